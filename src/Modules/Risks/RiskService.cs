using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks;

public sealed record RiskOptions(string Title, RiskScope Scope, string Level, string? Controls, Guid? OwnerOfficerId)
{
    public static RiskOptions Of(Risk risk) => new(risk.Title, risk.Scope, risk.Level, risk.Controls, risk.OwnerOfficerId);
}

/// <summary>Keeps the risks.</summary>
public sealed class RiskService(AppDbContext db, TimeProvider clock)
{
    /// <summary>Addresses below /risks that are pages.</summary>
    private const string New = "new";

    public static string AddressOf(Risk risk) => $"/risks/{risk.Address}";

    public Task<int> CountAsync(CancellationToken ct) => db.Set<Risk>().CountAsync(x => !x.Withdrawn, ct);

    public Task<List<Risk>> PageAsync(int skip, int take, CancellationToken ct) =>
        db.Set<Risk>().AsNoTracking().Where(x => !x.Withdrawn).OrderBy(x => x.SortKey).ThenBy(x => x.Id).Skip(skip).Take(take).ToListAsync(ct);

    public Task<Risk?> FindAsync(string address, CancellationToken ct) =>
        db.Set<Risk>().AsNoTracking().SingleOrDefaultAsync(x => x.Address == address && !x.Withdrawn, ct);

    /// <summary>Adds one to the context without saving it.</summary>
    public async Task<Risk> StageAsync(RiskOptions options, CancellationToken ct)
    {
        var risk = new Risk
        {
            Id = ThingId.New(clock),
            Address = await AddressWord.FreeAsync(options.Title, "risk", async free =>
                free == New || db.Set<Risk>().Local.Any(x => x.Address == free) || await db.Set<Risk>().AnyAsync(x => x.Address == free, ct)),
        };
        Put(risk, options);
        db.Add(risk);
        return risk;
    }

    public async Task<Result<Risk>> CreateAsync(RiskOptions options, Process process, CancellationToken ct)
    {
        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        var risk = await StageAsync(options, ct);
        await db.SaveAsync(process, ct);
        return risk;
    }

    public async Task<Result<Risk>> ChangeAsync(string address, int version, RiskOptions options, Process process, CancellationToken ct)
    {
        if (await db.Set<Risk>().SingleOrDefaultAsync(x => x.Address == address && !x.Withdrawn, ct) is not { } risk)
        {
            return NotFound.Row;
        }

        if (risk.Version != version)
        {
            return await MeetAsync(risk, options, ct);
        }

        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        Put(risk, options);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await FindAsync(address, ct) is { } saved ? await MeetAsync(saved, options, ct) : NotFound.Row;
        }

        return risk;
    }

    public async Task<Result<Risk>> WithdrawAsync(string address, Process process, CancellationToken ct)
    {
        if (await db.Set<Risk>().SingleOrDefaultAsync(x => x.Address == address && !x.Withdrawn, ct) is not { } risk)
        {
            return NotFound.Row;
        }

        risk.Withdrawn = true;
        await db.SaveAsync(process, ct);
        return risk;
    }

    /// <summary>Puts what is said onto the risk, without saving.</summary>
    public static void Put(Risk risk, RiskOptions options)
    {
        risk.Title = options.Title.Trim();
        risk.SortKey = SortKey.Of(risk.Title);
        risk.Scope = options.Scope;
        risk.Level = options.Level.Trim();
        risk.Controls = OrNull(options.Controls);
        risk.OwnerOfficerId = options.OwnerOfficerId;
    }

    private async Task<Conflict> MeetAsync(Risk saved, RiskOptions yours, CancellationToken ct) => new(saved.Version,
    [
        new("Risk", saved.Title, yours.Title),
        new("Where it comes from", saved.Scope.ToString(), yours.Scope.ToString()),
        new("Level", saved.Level, yours.Level),
        new("Controls", saved.Controls ?? "", yours.Controls ?? ""),
        new("Owner", await db.OfficerNameAsync(saved.OwnerOfficerId, ct), await db.OfficerNameAsync(yours.OwnerOfficerId, ct)),
    ]);

    private static List<FieldError> Check(RiskOptions options)
    {
        var errors = new List<FieldError>();
        Text("Title", options.Title, Risk.LongestTitle, "Enter what may happen");
        Text("Level", options.Level, Risk.LongestLevel, "Enter the level, for example High");
        Longest("Controls", options.Controls, Risk.LongestText);
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
