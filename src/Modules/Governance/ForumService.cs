using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Governance;

public sealed record ForumOptions(string Name, string? Abbreviation, ForumKind Kind, string? Remit);

/// <summary>Keeps the boards and bodies.</summary>
public sealed class ForumService(AppDbContext db, TimeProvider clock, WorkingCalendar calendar)
{
    /// <summary>Addresses below /boards that are pages, for staff or for the public.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "new", "agencies", "challenges", "search" };

    public static string AddressOf(Forum forum) => $"/boards/{forum.Address}";

    public Task<int> CountAsync(CancellationToken ct) => db.Set<Forum>().CountAsync(x => !x.Withdrawn, ct);

    public Task<List<Forum>> PageAsync(int skip, int take, CancellationToken ct) =>
        db.Set<Forum>().AsNoTracking().Where(x => !x.Withdrawn).OrderBy(x => x.SortKey).ThenBy(x => x.Id).Skip(skip).Take(take).ToListAsync(ct);

    public Task<Forum?> FindAsync(string address, CancellationToken ct) =>
        db.Set<Forum>().AsNoTracking().SingleOrDefaultAsync(x => x.Address == address && !x.Withdrawn, ct);

    /// <summary>Adds one to the context without saving it.</summary>
    public async Task<Forum> StageAsync(ForumOptions options, CancellationToken ct)
    {
        var forum = new Forum
        {
            Id = ThingId.New(clock),
            Address = await AddressWord.FreeAsync(options.Name, "forum", async free =>
                Taken.Contains(free) || db.Set<Forum>().Local.Any(x => x.Address == free) || await db.Set<Forum>().AnyAsync(x => x.Address == free, ct)),
        };
        Fill(forum, options);
        db.Add(forum);
        return forum;
    }

    public async Task<Result<Forum>> CreateAsync(ForumOptions options, Process process, CancellationToken ct)
    {
        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        var forum = await StageAsync(options, ct);
        await db.SaveAsync(process, ct);
        return forum;
    }

    public async Task<Result<Forum>> ChangeAsync(string address, int version, ForumOptions options, Process process, CancellationToken ct)
    {
        if (await db.Set<Forum>().SingleOrDefaultAsync(x => x.Address == address && !x.Withdrawn, ct) is not { } forum)
        {
            return NotFound.Row;
        }

        if (forum.Version != version)
        {
            return Meet(forum, options);
        }

        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        Fill(forum, options);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await FindAsync(address, ct) is { } saved ? Meet(saved, options) : NotFound.Row;
        }

        return forum;
    }

    /// <summary>Changes how it works. Meetings whose papers have not gone out get the day that the new notice asks for.</summary>
    public async Task<Result<Forum>> ChangeRulesAsync(string address, int version, ForumRules rules, Process process, CancellationToken ct)
    {
        var days = await calendar.WorkingDaysAsync(ct);
        return await db.ChangeAsync(
            await db.Set<Forum>().SingleOrDefaultAsync(x => x.Address == address && !x.Withdrawn, ct), version, rules, process, ct,
            forum => new MeetingNotice(db).ReckonAsync(forum, days, ct));
    }

    public async Task<Result<Forum>> WithdrawAsync(string address, Process process, CancellationToken ct)
    {
        if (await db.Set<Forum>().SingleOrDefaultAsync(x => x.Address == address && !x.Withdrawn, ct) is not { } forum)
        {
            return NotFound.Row;
        }

        forum.Withdrawn = true;
        await db.SaveAsync(process, ct);
        return forum;
    }

    private static void Fill(Forum forum, ForumOptions options)
    {
        forum.Name = options.Name.Trim();
        forum.SortKey = SortKey.Of(forum.Name);
        forum.Abbreviation = OrNull(options.Abbreviation);
        forum.Kind = options.Kind;
        forum.Remit = OrNull(options.Remit);
    }

    private static Conflict Meet(Forum saved, ForumOptions yours) => new(saved.Version,
    [
        new("Name", saved.Name, yours.Name),
        new("Abbreviation", saved.Abbreviation ?? "", yours.Abbreviation ?? ""),
        new("What it is", ForumWords.Of(saved.Kind), ForumWords.Of(yours.Kind)),
        new("What it is for", saved.Remit ?? "", yours.Remit ?? ""),
    ]);

    private static List<FieldError> Check(ForumOptions options)
    {
        var errors = new List<FieldError>();
        Text("Name", options.Name, Forum.LongestName, "Enter the name");
        Longest("Abbreviation", options.Abbreviation, Forum.LongestAbbreviation);
        Longest("Remit", options.Remit, Forum.LongestRemit);
        return errors;

        void Text(string field, string value, int longest, string empty)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                errors.Add(new(field, empty));
            }

            Longest(field, value, longest);
        }

        void Longest(string field, string? value, int longest)
        {
            if (value?.Trim().Length > longest)
            {
                errors.Add(new(field, $"Use {longest:N0} characters or fewer"));
            }
        }
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
