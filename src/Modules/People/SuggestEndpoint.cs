using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Trellis.Kernel.Access;
using Trellis.People.Records;
using Trellis.People.Searching;
using Trellis.People.Sight;

namespace Trellis.People;

/// <summary>Who is found as one types. By post: what is typed names a person, and addresses are written down in many places.</summary>
internal static class SuggestEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/people/suggest", async ([FromForm] string? typed, PeopleSearch search, SightService sight, RecordService records, CurrentUser user, HttpResponse answer, CancellationToken ct) =>
        {
            answer.Headers.CacheControl = "no-store";
            var eyes = await sight.EyesAsync(user.AccountId!.Value, ct);
            var found = await search.FindAsync(typed, eyes, user.Doing("Searched for a person"), ct);
            var addresses = await records.AddressesAsync(found.Select(f => f.Person), ct);
            var agencies = await records.AgenciesAsync(ct);
            return Results.Json(found.Select(f => new Suggestion($"/people/{addresses[f.Person]}", FoundWords.Title(f), FoundWords.Detail(f, eyes, agencies))));
        }).RequireAuthorization(PeoplePermission.Find);

    private sealed record Suggestion(string Address, string Title, string Detail);
}
