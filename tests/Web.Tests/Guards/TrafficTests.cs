using System.Net;
using Trellis.Testing;

namespace Trellis.Web.Tests.Guards;

public sealed class TrafficTests(TrellisHost host) : IClassFixture<TrellisHost>
{
    [Fact]
    public async Task Post_SignInTooOftenInAMinute_IsHeldBackAndSaysHowLong()
    {
        using var visitor = host.Anybody();
        var page = await visitor.GetAsync("/sign-in");
        PageAnswer answer = page;
        for (var i = 0; i < 21; i++)
        {
            answer = await visitor.SendAsync(page, "sign-in", ("Form.Email", ""));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("Too many tries", answer.Heading);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter?.Delta);
    }

    /// <summary>Behind a proxy everybody comes from the same machine; the limit is each one's own all the same.</summary>
    [Fact]
    public async Task Post_SignInTooOftenBehindAProxy_HoldsBackNobodyElse()
    {
        await using var own = await TrellisHost.StartAsync();
        using var guessing = own.Anybody();
        guessing.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        using var another = own.Anybody();
        another.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.2");
        var page = await guessing.GetAsync("/sign-in");
        for (var i = 0; i < 20; i++)
        {
            await guessing.SendAsync(page, "sign-in", ("Form.Email", ""));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await guessing.SendAsync(page, "sign-in", ("Form.Email", ""))).Status);
        Assert.Equal(HttpStatusCode.OK, (await another.SendAsync("/sign-in", "sign-in", ("Form.Email", ""))).Status);
    }
}
