using System.Net;
using System.Net.Http.Headers;
using System.Threading.RateLimiting;
using Trellis.Kernel;

namespace Trellis.People.Nhs;

/// <summary>Where the NHS Personal Demographics Service is asked; nowhere until somebody sets it up.</summary>
/// <param name="Address">The folder of its FHIR interface, with a slash at the end.</param>
/// <param name="Token">What the service knows this program by.</param>
public sealed record PdsSettings(Uri? Address, string? Token);

/// <summary>Whom the NHS is asked about.</summary>
public sealed record PdsQuestion(string Given, string Family, string Birth, string Sex, string Postcode)
{
    public bool IsEnough => Family.Length > 0 && Birth.Length == "2009-06-25".Length;
}

/// <summary>
/// Asks the NHS for somebody's number: exactly first, then allowing for slips. It is asked no more often than it allows, and again where it was busy. What is asked names a person, so neither question nor answer is logged, and a
/// failure says only that there was one.
/// </summary>
public sealed class Demographics(HttpClient http, PdsSettings settings, PdsPace pace, TimeProvider clock)
{
    private const int Tries = 4;

    public bool IsSetUp => settings.Address is not null;

    /// <exception cref="HttpRequestException">It cannot be reached, is asked too often at once, refuses this program, or answers what cannot be read.</exception>
    public async Task<PdsOutcome> AskAsync(PdsQuestion question, CancellationToken ct)
    {
        var birth = $"birthdate=eq{Escaped(question.Birth)}";
        var name = $"family={Escaped(question.Family)}&given={Escaped(question.Given)}";
        var more = string.Concat(question.Sex.Length > 0 ? $"&gender={Escaped(question.Sex)}" : "", question.Postcode.Length > 0 ? $"&address-postalcode={Escaped(question.Postcode)}" : "");
        return PdsOutcome.Of([await AskAsync($"Patient?{name}&{birth}{more}&_exact-match=true", ct), await AskAsync($"Patient?{name}&{birth}&_fuzzy-match=true", ct)]);
    }

    private async Task<PdsAnswer> AskAsync(string address, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var permit = await pace.Limiter.AcquireAsync(1, ct);
            if (!permit.IsAcquired)
            {
                throw new HttpRequestException("Too many questions wait for the NHS Personal Demographics Service.");
            }

            using var answer = await SendAsync(address, ct);
            if (answer is { IsSuccessStatusCode: true })
            {
                return Read(await answer.Content.ReadAsByteArrayAsync(ct));
            }

            if (attempt == Tries || (answer is not null && !IsBusy(answer.StatusCode)))
            {
                throw new HttpRequestException($"The NHS Personal Demographics Service {(answer is null ? "cannot be reached" : $"answered {(int)answer.StatusCode}")}.", null, answer?.StatusCode);
            }

            await Task.Delay(answer?.Headers.RetryAfter?.Delta ?? pace.Pause * attempt, clock, ct);
        }
    }

    /// <summary>Null where the service was not reached, or took too long.</summary>
    private async Task<HttpResponseMessage?> SendAsync(string address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.Address!, address));
        request.Headers.Add("X-Request-ID", $"{ThingId.New(clock)}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/fhir+json"));
        if (settings.Token is { Length: > 0 } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private static PdsAnswer Read(byte[] answer)
    {
        try
        {
            return PdsAnswer.Read(answer);
        }
        catch (FormatException wrong)
        {
            throw new HttpRequestException("The NHS Personal Demographics Service answered something that is no FHIR.", wrong);
        }
    }

    private static bool IsBusy(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}

/// <summary>How often the NHS is asked, by the whole program.</summary>
/// <param name="limiter">Lets requests through.</param>
/// <param name="pause">Waited before a second try, twice as long before a third, and so on.</param>
public sealed class PdsPace(RateLimiter limiter, TimeSpan pause) : IDisposable
{
    private const int EachSecond = 5;
    private const int MostWaiting = 500;

    public RateLimiter Limiter => limiter;

    public TimeSpan Pause => pause;

    /// <summary>Five a second: what the service lets a new program ask.</summary>
    public static PdsPace Usual() => new(new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
    {
        TokenLimit = EachSecond, TokensPerPeriod = EachSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = MostWaiting, AutoReplenishment = true,
    }), TimeSpan.FromSeconds(1));

    public void Dispose() => limiter.Dispose();
}
