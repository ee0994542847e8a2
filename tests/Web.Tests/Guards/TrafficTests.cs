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
}
