using System.Net;
using AngleSharp.Html.Parser;

namespace Trellis.Testing;

/// <summary>Somebody at a browser without JavaScript: opens addresses, fills forms, keeps cookies, follows redirects.</summary>
public sealed class Visitor : IDisposable
{
    private const int MostRedirects = 10;
    private readonly SocketsHttpHandler handler;

    public Visitor(Uri address)
    {
        handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies };
        Http = new HttpClient(handler) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>For what a page cannot do: other methods, damaged bodies, headers. Follows no redirect.</summary>
    public HttpClient Http { get; }

    public Task<PageAnswer> GetAsync(string address) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Fills the form of that name on the page and sends it.</summary>
    /// <param name="typed">
    /// What is typed or chosen, by field name; what is left out stays as the page has it. A field that the form does not have
    /// is a mistake of the test.
    /// </param>
    public Task<PageAnswer> SendAsync(PageAnswer page, string form, params (string Field, string Value)[] typed)
    {
        var filled = FilledForm.Of(page, form);
        filled.Fill(typed);
        return FollowAsync(filled.ToRequest());
    }

    public Task<PageAnswer> SendAsync(FilledForm form) => FollowAsync(form.ToRequest());

    /// <summary>Opens the page and sends its form: the usual pair.</summary>
    public async Task<PageAnswer> SendAsync(string address, string form, params (string Field, string Value)[] typed) =>
        await SendAsync(await GetAsync(address), form, typed);

    public void Dispose()
    {
        Http.Dispose();
        handler.Dispose();
    }

    private async Task<PageAnswer> FollowAsync(HttpRequestMessage request)
    {
        for (var i = 0; i < MostRedirects; i++)
        {
            using var response = await Http.SendAsync(request);
            if (response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently
                && response.Headers.Location is { } next)
            {
                request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(Http.BaseAddress!, request.RequestUri!), next));
                continue;
            }

            var html = await response.Content.ReadAsStringAsync();
            var address = new Uri(Http.BaseAddress!, request.RequestUri!);
            return new PageAnswer(response.StatusCode, address, response.Headers, new HtmlParser().ParseDocument(html));
        }

        throw new InvalidOperationException($"More than {MostRedirects} redirects, the last to {request.RequestUri}.");
    }
}
