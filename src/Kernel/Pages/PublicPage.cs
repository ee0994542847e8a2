using Microsoft.AspNetCore.Http;

namespace Trellis.Kernel.Pages;

/// <summary>A page for anybody. It may be kept for a minute, as all public pages are; of somebody signed in it is not.</summary>
public abstract class PublicPage : TrellisPage
{
    public const string Cacheable = "public, max-age=60";

    /// <summary>
    /// Said once the page is found: what is not there is kept by nobody, nor is what was made for a browser with cookies (it
    /// may carry a sentence for that one person).
    /// </summary>
    protected void MayBeKept()
    {
        if (Http.Request.Cookies.Count == 0)
        {
            Http.Response.Headers.CacheControl = Cacheable;
        }
    }
}
