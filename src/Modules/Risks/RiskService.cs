using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks;

/// <summary>Keeps the risks.</summary>
public sealed class RiskService(AppDbContext db, MatrixService matrices, TimeProvider clock)
{
    /// <summary>Addresses below /risks that are pages.</summary>
    private static readonly string[] Pages = ["new", "matrix"];

    public static string AddressOf(Risk risk) => $"/risks/{risk.Address}";

    public Task<Risk?> FindAsync(string address, CancellationToken ct) =>
        One(address).AsNoTracking().SingleOrDefaultAsync(ct);

    /// <summary>Adds one to the context without saving it.</summary>
    public async Task<Risk> StageAsync(RiskOptions options, CancellationToken ct)
    {
        var risk = new Risk
        {
            Id = ThingId.New(clock),
            Address = await AddressWord.FreeAsync(options.Title, "risk", async free =>
                Pages.Contains(free) || db.Set<Risk>().Local.Any(x => x.Address == free) || await db.Set<Risk>().AnyAsync(x => x.Address == free, ct)),
        };
        Put(risk, options);
        db.Add(risk);
        return risk;
    }

    public async Task<Result<Risk>> CreateAsync(RiskOptions options, Process process, CancellationToken ct)
    {
        var matrix = await matrices.GetAsync(ct);
        if (await CheckAsync(options, matrix, ct) is { Count: > 0 } errors)
        {
            return errors;
        }

        var risk = await StageAsync(options, ct);
        matrix.Judge(risk);
        await db.SaveAsync(process, ct);
        return risk;
    }

    public async Task<Result<Risk>> ChangeAsync(string address, int version, RiskOptions options, Process process, CancellationToken ct)
    {
        var matrix = await matrices.GetAsync(ct);
        return await new RowChange<Risk>(() => CheckAsync(options, matrix, ct), PutAndJudge, saved => MeetAsync(saved, options, matrix, ct))
            .SaveAsync(db, One(address), version, process, ct);

        void PutAndJudge(Risk risk)
        {
            Put(risk, options);
            matrix.Judge(risk);
        }
    }

    public async Task<Result<Risk>> WithdrawAsync(string address, Process process, CancellationToken ct)
    {
        if (await One(address).SingleOrDefaultAsync(ct) is not { } risk)
        {
            return NotFound.Row;
        }

        risk.Withdrawn = true;
        await db.SaveAsync(process, ct);
        return risk;
    }

    /// <summary>Puts what is said onto the risk, without saving. The level of one with a score is left to <see cref="RiskMatrix.Judge"/>.</summary>
    public static void Put(Risk risk, RiskOptions options)
    {
        risk.Title = options.Title.Trim();
        risk.SortKey = SortKey.Of(risk.Title);
        risk.Cause = OrNull(options.Cause);
        risk.Consequence = OrNull(options.Consequence);
        risk.Scope = options.Scope;
        risk.Controls = OrNull(options.Controls);
        risk.OwnerOfficerId = options.OwnerOfficerId;
        risk.Inherent = options.Inherent.Whole;
        risk.Current = options.Current.Whole;
        risk.Target = options.Target.Whole;
        risk.Treatment = options.Treatment;
        risk.Appetite = options.Appetite;
        risk.NextReviewBy = options.NextReviewBy;
        if (risk.Current is null)
        {
            risk.Level = options.Level.Trim();
        }
    }

    private IQueryable<Risk> One(string address) => db.Set<Risk>().Where(x => x.Address == address && !x.Withdrawn);

    private async Task<Conflict> MeetAsync(Risk saved, RiskOptions yours, RiskMatrix matrix, CancellationToken ct) => new(saved.Version,
    [
        new("Risk", saved.Title, yours.Title),
        new("Cause", saved.Cause ?? "", yours.Cause ?? ""),
        new("Consequence", saved.Consequence ?? "", yours.Consequence ?? ""),
        new("Where it comes from", saved.Scope.ToString(), yours.Scope.ToString()),
        new("Inherent score", matrix.Words(saved.Inherent), matrix.Words(yours.Inherent.Whole)),
        new("Current score", matrix.Words(saved.Current), matrix.Words(yours.Current.Whole)),
        new("Target score", matrix.Words(saved.Target), matrix.Words(yours.Target.Whole)),
        new("Level", saved.Level, yours.Current.Whole is null ? yours.Level : saved.Level),
        new("Treatment", $"{saved.Treatment}", $"{yours.Treatment}"),
        new("Highest level accepted", matrix.BandName(saved.Appetite), matrix.BandName(yours.Appetite)),
        new("Next review by", $"{saved.NextReviewBy:d MMMM yyyy}", $"{yours.NextReviewBy:d MMMM yyyy}"),
        new("Controls in free text", saved.Controls ?? "", yours.Controls ?? ""),
        new("Owner", await db.OfficerNameAsync(saved.OwnerOfficerId, ct), await db.OfficerNameAsync(yours.OwnerOfficerId, ct)),
    ]);

    private async Task<List<FieldError>> CheckAsync(RiskOptions options, RiskMatrix matrix, CancellationToken ct)
    {
        var checks = new RiskChecks()
            .Text("Title", options.Title, Risk.LongestTitle, "Enter what may happen")
            .Text("Cause", options.Cause, Risk.LongestText)
            .Text("Consequence", options.Consequence, Risk.LongestText)
            .ScoreOn(matrix, "Inherent", "Inherent score", options.Inherent)
            .ScoreOn(matrix, "Current", "Current score", options.Current)
            .ScoreOn(matrix, "Target", "Target score", options.Target)
            .Text("Level", options.Level, Risk.LongestLevel, options.Current == default ? "Enter the level, for example High, or score the risk" : null)
            .That(options.Appetite is null || (options.Appetite >= 1 && options.Appetite <= matrix.Bands.Count), "Appetite", "Choose a level from the list")
            .Text("Controls", options.Controls, Risk.LongestText);
        return (await checks.OfficerAsync(db, options.OwnerOfficerId, ct)).Errors;
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
