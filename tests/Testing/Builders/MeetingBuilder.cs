using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Governance.Asks;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;

namespace Trellis.Testing;

/// <summary>
/// Makes a meeting of a board with a public, an exempt and a confidential item, a paper on each, an exempt paper on the public
/// one, decisions, a challenge and an ask. What the public may not see has a marker in its words.
/// </summary>
public sealed class MeetingBuilder
{
    /// <summary>Stands in everything that is exempt or confidential.</summary>
    public const string Secret = "Zanzibar";

    /// <summary>Stands in what is public, so that an empty page is not taken for a discreet one.</summary>
    public const string Open = "Marigold";

    /// <summary>Why something is kept back: the sentence that the public reads.</summary>
    public const string Sentence = "Bidders would learn each other's price.";

    private static readonly Process Made = new("Made for a test", Actor.Program);

    public string ForumName { get; init; } = "Play Board";

    public DateOnly Day { get; init; } = new(2026, 6, 15);

    /// <summary>The key action for which support is asked.</summary>
    public Guid? AskedFor { get; init; }

    public Guid ExemptPaper { get; private set; }

    public Guid PublicPaper { get; private set; }

    public Task<(string Forum, string Meeting)> MakeAsync(TrellisHost host) => host.InScopeAsync(MakeAsync);

    public async Task<(string Forum, string Meeting)> MakeAsync(IServiceProvider services)
    {
        var db = services.Get<AppDbContext>();
        var forum = await db.Set<Forum>().SingleOrDefaultAsync(f => f.Name == ForumName)
            ?? (await services.Get<ForumService>().CreateAsync(new ForumOptions(ForumName, null, ForumKind.Board, null), Made, default)).Value!;
        var address = Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var meeting = Put(new Meeting { Id = Next() }, ("ForumId", forum.Id), ("Address", address), ("Day", Day), ("Starts", new TimeOnly(14, 0)), ("Place", "Town hall"),
            ("State", MeetingState.Held), ("SentOn", Day.AddDays(-7)), ("MinutesPublishedOn", Day));
        var papers = 0;
        var open = Item(1, $"{Open} parks", Openness.Public);
        var exempt = Item(2, $"{Secret} contract", Openness.Exempt);
        var confidential = Item(3, $"{Secret} letter", Openness.Confidential);
        PublicPaper = Paper(open, $"{Open} report", Openness.Public, $"# Where we are\n\nThe **{Open}** park is open.\n\n| Park | Children |\n|---|---|\n| North | 12 |\n\n1. First\n2. Second\n\n<script>alert(1)</script>");
        Paper(open, $"{Secret} annex", Openness.Exempt, $"The {Secret} price.");
        ExemptPaper = Paper(exempt, $"{Secret} bids", Openness.Public, $"Bids from {Secret}.");
        Paper(confidential, $"{Secret} note", Openness.Confidential, $"From {Secret}.");
        foreach (var (item, words) in ((AgendaItem, string)[])[(open, $"{Open} decision"), (exempt, $"{Secret} decision")])
        {
            Put(new Decision { Id = Next() }, ("ForumId", forum.Id), ("MeetingId", meeting.Id), ("AgendaItemId", item.Id), ("Reference", $"D-{item.Position}"), ("Text", words), ("DueOn", Day.AddDays(-20)));
        }

        Put(
            new ScrutinyChallenge { Id = Next() }, ("ForumId", forum.Id), ("Reference", "SC-2"), ("Text", $"{Secret} and its price"), ("RaisedBy", "Councillor Ann Wood"), ("DueOn", Day.AddDays(-30)),
            ("Openness", Openness.Exempt), ("ExemptParagraph", 3), ("PublicInterest", Sentence));
        Put(new ScrutinyChallenge { Id = Next() }, ("ForumId", forum.Id), ("Reference", "SC-1"), ("Text", "Why are streets closed to play?"), ("RaisedBy", "Councillor Ann Wood"), ("DueOn", Day.AddDays(-30)));
        if (AskedFor is { } action)
        {
            Put(new Ask { Id = Next() }, ("ThingId", action), ("ForumId", forum.Id), ("What", "Two officers of the police on Sundays"), ("AskedOn", Day.AddDays(-10)));
        }

        await db.SaveAsync(Made, default);
        return (forum.Address, address);

        Guid Next() => ThingId.New(services.Get<TimeProvider>());

        AgendaItem Item(int position, string title, Openness openness) => Put(
            new AgendaItem { Id = Next() }, ("MeetingId", meeting.Id), ("Position", position), ("Number", position), ("Title", title), ("Openness", openness), ("Asked", "To note"),
            ("ExemptParagraph", openness == Openness.Exempt ? 3 : null), ("PublicInterest", openness == Openness.Exempt ? Sentence : null));

        Guid Paper(AgendaItem item, string title, Openness openness, string body) => Put(
            new Paper { Id = Next() }, ("AgendaItemId", item.Id), ("Position", ++papers), ("Title", title), ("Openness", openness), ("Body", body)).Id;

        // The services that make meetings are the governance module's own; here only what stands in the tables counts.
        T Put<T>(T thing, params (string Field, object? Value)[] values)
            where T : Thing
        {
            var entry = db.Add(thing);
            foreach (var (field, value) in values)
            {
                entry.Property(field).CurrentValue = value;
            }

            return thing;
        }
    }
}
