using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.Guards;

public sealed class EndpointTests(TrellisHost host) : IClassFixture<TrellisHost>
{
    /// <summary>Answers of another kind than a page: for them nothing but their policy is looked at.</summary>
    private static readonly string[] NotPages = ["health", "theme.css", "session", "_framework", "_content", "sign-in/to-organisation", "export", "download", "files"];

    private IEnumerable<RouteEndpoint> Endpoints =>
        host.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    private IEnumerable<string> PagesWithoutParameters => Endpoints
        .Where(e => e.RoutePattern.Parameters.Count == 0 && e.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null)
        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
        .Where(a => !NotPages.Any(n => a.Contains(n, StringComparison.Ordinal)))
        .Distinct(StringComparer.Ordinal);

    [Fact]
    public void Endpoints_All_NameTheirPolicyOrAreOpenToAnybody()
    {
        // The framework's own, for its script and for files of a build that is not published. Without a policy they answer nobody.
        var silent = Endpoints.Where(e => e.DisplayName is not ("Blazor Opaque Redirection" or "Fallback {**path:file}")).Where(e =>
            e.Metadata.GetMetadata<IAllowAnonymous>() is null && !e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null));

        Assert.Empty(silent.Select(e => e.DisplayName));
    }

    [Fact]
    public async Task Get_EveryPageWithoutParameters_HasTitleAndOneHeading()
    {
        using var administrator = await host.SignedInAsync([.. Role.Everyone]);
        var faults = new List<string>();
        foreach (var address in PagesWithoutParameters)
        {
            var page = await administrator.GetAsync(address);
            if ((int)page.Status >= 500 || page.Document.Title is null or "" || page.Document.QuerySelectorAll("h1").Length != 1)
            {
                faults.Add($"{address}: {(int)page.Status}, title \"{page.Document.Title}\", {page.Document.QuerySelectorAll("h1").Length} h1");
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Get_EveryPage_IsClosedToAnybodyUnlessItSaysOtherwise()
    {
        using var anybody = host.Anybody();
        var closed = Endpoints.Where(e => e.RoutePattern.Parameters.Count == 0 && e.Metadata.GetMetadata<IAuthorizeData>() is not null);
        foreach (var endpoint in closed.Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false))
        {
            using var answer = await anybody.Http.GetAsync("/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

            Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{endpoint.RoutePattern.RawText} answered {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/administration/nowhere")]
    public async Task Get_UnknownAddress_ReturnsNotFoundToEverybody(string address)
    {
        using var anybody = host.Anybody();
        using var reader = await host.SignedInAsync(Role.Reader);

        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), Seen(await anybody.GetAsync(address)));
        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), Seen(await reader.GetAsync(address)));
    }

    [Fact]
    public async Task Head_Page_IsAnsweredAsGetWithoutBody()
    {
        using var anybody = host.Anybody();
        using var answer = await anybody.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/sign-in"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/theme.css", "text/css")]
    [InlineData("/_content/Trellis.GovUk/trellis.css", "text/css")]
    [InlineData("/_content/Trellis.Kernel/passkeys.mjs", "text/javascript")]
    public async Task Get_StaticFile_IsOpenToAnybody(string address, string type)
    {
        using var anybody = host.Anybody();
        using var answer = await anybody.Http.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/theme.css")]
    [InlineData("/health/live")]
    public async Task Get_Anything_CarriesTheContentPolicy(string address)
    {
        using var anybody = host.Anybody();
        using var answer = await anybody.Http.GetAsync(address);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Get_PageOfSomebodySignedIn_IsKeptByNobody()
    {
        using var reader = await host.SignedInAsync(Role.Reader);
        foreach (var address in new[] { "/", "/account", "/about" })
        {
            Assert.True((await reader.GetAsync(address)).Headers.CacheControl?.NoStore, address);
        }
    }

    private static (HttpStatusCode, string) Seen(PageAnswer page) => (page.Status, page.Heading);
}
