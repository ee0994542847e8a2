using System.Net;
using System.Text;
using System.Threading.RateLimiting;
using Trellis.People.Nhs;

namespace Trellis.Modules.Tests.People;

/// <summary>The NHS is asked exactly and then loosely, again where it was busy, and a failure names nobody.</summary>
public sealed class DemographicsTests
{
    private static readonly PdsQuestion Question = new("Octavia", "Quokka-Chislett", "2008-09-20", "female", "KT19 0ST");

    /// <summary>Not a status that anybody answers.</summary>
    private const HttpStatusCode NotReached = HttpStatusCode.Unused;

    [Fact]
    public async Task Ask_Busy_AsksAgainAndAnswers()
    {
        var nhs = new Nhs(HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway, HttpStatusCode.OK, HttpStatusCode.OK);

        var outcome = await nhs.AskAsync();

        Assert.Equal(PdsVerdict.Match, outcome.Verdict);
        Assert.Equal("9999999999", outcome.Patient!.NhsNumber);
        Assert.Equal(4, nhs.Asked.Count);
        Assert.Contains("_exact-match=true", nhs.Asked[2], StringComparison.Ordinal);
        Assert.Contains("address-postalcode=KT19%200ST", nhs.Asked[2], StringComparison.Ordinal);
        Assert.Contains("_fuzzy-match=true", nhs.Asked[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, 1)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 4)]
    public async Task Ask_Refused_FailsWithoutNamingThePerson(HttpStatusCode status, int times)
    {
        var nhs = new Nhs([.. Enumerable.Repeat(status, 9)]);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(nhs.AskAsync);

        Assert.DoesNotContain("Quokka", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(times, nhs.Asked.Count);
    }

    [Fact]
    public async Task Ask_NotReached_AsksAgainAndThenSaysSo()
    {
        var once = new Nhs(NotReached, HttpStatusCode.OK, HttpStatusCode.OK);
        Assert.Equal(PdsVerdict.Match, (await once.AskAsync()).Verdict);

        var never = new Nhs(NotReached, NotReached, NotReached, NotReached);
        Assert.Equal("The NHS Personal Demographics Service cannot be reached.", (await Assert.ThrowsAsync<HttpRequestException>(never.AskAsync)).Message);
        Assert.Equal(4, never.Asked.Count);
    }

    [Fact]
    public async Task Ask_MoreThanMayWait_AsksNobody()
    {
        var nhs = new Nhs(HttpStatusCode.OK, HttpStatusCode.OK);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => nhs.AskAsync(isFull: true));

        Assert.Equal("Too many questions wait for the NHS Personal Demographics Service.", failure.Message);
        Assert.Empty(nhs.Asked);
    }

    [Fact]
    public async Task Ask_AnswerThatIsNoFhir_FailsLikeAnyOther()
    {
        var nhs = new Nhs(HttpStatusCode.OK) { Answer = "<html>Quokka</html>" };

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => nhs.AskAsync());

        Assert.DoesNotContain("Quokka", failure.ToString(), StringComparison.Ordinal);
    }

    /// <param name="statuses">What it answers in turn.</param>
    private sealed class Nhs(params HttpStatusCode[] statuses) : HttpMessageHandler
    {
        public string Answer { get; init; } = """{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"9999999999","name":[{"family":"Chislett","given":["Octavia"]}]},"search":{"score":1}}]}""";

        public List<string> Asked { get; } = [];

        public Task<PdsOutcome> AskAsync() => AskAsync(isFull: false);

        public async Task<PdsOutcome> AskAsync(bool isFull)
        {
            using var http = new HttpClient(this, disposeHandler: false);
            using var pace = new PdsPace(new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = isFull ? 0 : 1 }), TimeSpan.Zero);
            using var taken = isFull ? await pace.Limiter.AcquireAsync(1, TestContext.Current.CancellationToken) : null;
            return await new Demographics(http, new PdsSettings(new Uri("https://nhs.example/FHIR/R4/"), "key"), pace, TimeProvider.System).AskAsync(Question, TestContext.Current.CancellationToken);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("Bearer key", $"{request.Headers.Authorization}");
            Asked.Add(request.RequestUri!.AbsoluteUri);
            return statuses[Asked.Count - 1] == NotReached ? throw new HttpRequestException("No route to Quokka") : Task.FromResult(new HttpResponseMessage(statuses[Asked.Count - 1]) { Content = new StringContent(Answer, Encoding.UTF8, "application/fhir+json") });
        }
    }
}
