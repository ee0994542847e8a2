using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Outbox;
using Trellis.Kernel.Things;

namespace Trellis.Governance.Asks;

/// <summary>What is asked, and of whom: of a board or of a person, never of both.</summary>
public sealed record AskOptions(string What, Guid? ForumId, Guid? OfficerId);

/// <summary>A line of the list of what is asked.</summary>
public sealed record AskLine(Ask Ask, string Asked, ThingCard? For);

/// <summary>Support asked from outside the department, and its answers.</summary>
public sealed class AskService(
    AppDbContext db, ThingLinks things, OrganisationService organisation, CurrentUser user, OutboxService outbox, WorkingCalendar calendar, TimeProvider clock)
{
    public static string AddressOf(Ask ask) => $"/asks/{ask.Id}";

    public Task<Ask?> FindAsync(Guid id, CancellationToken ct) => db.Set<Ask>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && !a.Withdrawn, ct);

    /// <summary>The longest open first; of the answered, the newest.</summary>
    public async Task<Paged<AskLine>> PageAsync(bool open, int? page, CancellationToken ct)
    {
        var asks = db.Set<Ask>().AsNoTracking().Where(a => !a.Withdrawn && (a.AnsweredOn == null) == open);
        var listed = await (open ? asks.OrderBy(a => a.AskedOn) : asks.OrderByDescending(a => a.AnsweredOn)).ThenBy(a => a.Id).ToPageAsync(page, ct);
        return new Paged<AskLine>(await LinesAsync(listed.Items, ct), listed.Number, listed.Total);
    }

    /// <summary>What was asked for these things, the open ones first.</summary>
    public async Task<List<AskLine>> OfAsync(IReadOnlyCollection<Guid> things, CancellationToken ct) => await LinesAsync(
        await db.Set<Ask>().AsNoTracking().Where(a => things.Contains(a.ThingId) && !a.Withdrawn).OrderBy(a => a.AnsweredOn != null).ThenBy(a => a.AskedOn).ToListAsync(ct), ct);

    public async Task<AskLine> LineAsync(Ask ask, CancellationToken ct) => (await LinesAsync([ask], ct))[0];

    /// <summary>Adds one to the context without saving it.</summary>
    public Ask Stage(Guid thingId, AskOptions options, Process process)
    {
        var ask = new Ask
        {
            Id = ThingId.New(clock), ThingId = thingId, What = options.What.Trim(), ForumId = options.ForumId, OfficerId = options.OfficerId,
            AskedOn = calendar.Today, AskedByAccountId = process.Who.AccountId,
        };
        db.Add(ask);
        return ask;
    }

    /// <summary>What is wrong with an ask; the fields are those of <see cref="AskOptions"/>, "Of" for whom.</summary>
    public static List<FieldError> Check(AskOptions options)
    {
        var errors = new List<FieldError>();
        if (options.What.Trim().Length is 0 or > Ask.LongestText)
        {
            errors.Add(new("What", options.What.Trim().Length == 0 ? "Say what you need" : $"Use {Ask.LongestText:N0} characters or fewer"));
        }

        if (options.ForumId is null == options.OfficerId is null)
        {
            errors.Add(new("Of", "Choose the board or the person who is asked, from the list"));
        }

        return errors;
    }

    /// <summary>A person answers for themselves or for whom they act; a board's answer is written down by its clerk or the performance team.</summary>
    /// <remarks>They may put the answer right afterwards; what it was before stays in its history.</remarks>
    public async Task<bool> MayAnswerAsync(Ask ask, CancellationToken ct) =>
        user.IsIn(Role.Performance) || (ask.ForumId is not null && user.IsIn(Role.Clerk))
            || (ask.OfficerId is { } officer && (await organisation.ActsForAsync(user.OfficerId, ct)).Contains(officer));

    public async Task<Result<Ask>> AnswerAsync(Guid id, int version, string answer, Process process, CancellationToken ct)
    {
        if (await db.Set<Ask>().SingleOrDefaultAsync(a => a.Id == id && !a.Withdrawn, ct) is not { } ask)
        {
            return NotFound.Row;
        }

        answer = answer.Trim();
        if (!await MayAnswerAsync(ask, ct))
        {
            return NotFound.Row;
        }

        if (ask.Version != version)
        {
            return Meet(ask, answer);
        }

        if (answer.Length is 0 or > Ask.LongestText)
        {
            return new FieldError("Answer", answer.Length == 0 ? "Write the answer" : $"Use {Ask.LongestText:N0} characters or fewer");
        }

        var isFirst = ask.IsOpen;
        ask.Answer = answer;
        ask.AnsweredOn ??= calendar.Today;
        ask.AnsweredByAccountId = process.Who.AccountId;
        if (ask.AskedByAccountId is { } asker && asker != process.Who.AccountId)
        {
            outbox.Stage(
                asker, isFirst ? "Your request for support was answered" : "The answer to your request for support was changed",
                $"You asked for support on {ask.AskedOn:d MMMM yyyy}. {(isFirst ? "It was answered" : "Its answer was changed")} today. Read the answer:\n\n{AddressOf(ask)}\n");
        }

        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await FindAsync(id, ct) is { } saved ? Meet(saved, answer) : NotFound.Row;
        }

        return ask;
    }

    private static Conflict Meet(Ask saved, string answer) => new(saved.Version, [new("Answer", saved.Answer ?? "", answer)]);

    private async Task<List<AskLine>> LinesAsync(IReadOnlyList<Ask> asks, CancellationToken ct)
    {
        if (asks.Count == 0)
        {
            return [];
        }

        var cards = await things.CardsAsync([.. asks.Select(a => a.ThingId).Distinct()], ct);
        var forums = asks.Select(a => a.ForumId).Distinct().ToList();
        var officers = asks.Select(a => a.OfficerId).Distinct().ToList();
        var names = await db.Set<Forum>().Where(f => forums.Contains(f.Id)).Select(f => new { f.Id, f.Name })
            .Concat(db.Set<Officer>().Where(o => officers.Contains(o.Id)).Select(o => new { o.Id, o.Name })).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return [.. asks.Select(a => new AskLine(a, names.GetValueOrDefault(a.ForumId ?? a.OfficerId ?? Guid.Empty, "Nobody"), cards.GetValueOrDefault(a.ThingId)))];
    }
}
