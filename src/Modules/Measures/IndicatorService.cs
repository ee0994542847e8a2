using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;
using Trellis.Measures.Importing;
using Trellis.Measures.Statuses;

namespace Trellis.Measures;

/// <summary>Keeps the indicators.</summary>
public sealed class IndicatorService(AppDbContext db, StatusReckoning statuses, TimeProvider clock)
{
    /// <summary>Addresses below /measures that are pages.</summary>
    private static readonly string[] Pages = ["new", "figures", "catalogue"];

    public static string AddressOf(Indicator indicator) => $"/measures/{indicator.Address}";

    /// <summary>Those that a plan uses, without the many that are only published.</summary>
    public Task<List<Indicator>> OursAsync(CancellationToken ct) =>
        db.Set<Indicator>().AsNoTracking().Where(x => !x.Withdrawn && x.Kind != IndicatorKind.DataOnly && x.SetOfPlan == null).OrderBy(x => x.SortKey).ThenBy(x => x.Id).ToListAsync(ct);

    /// <summary>Those that count people, of which a rate can be.</summary>
    public Task<List<Indicator>> PopulationsAsync(CancellationToken ct) =>
        db.Set<Indicator>().AsNoTracking().Where(x => !x.Withdrawn && x.Unit == MeasureUnit.Number && x.SetOfPlan == null && x.Kind != IndicatorKind.Performance).OrderBy(x => x.SortKey).ThenBy(x => x.Id).ToListAsync(ct);

    public Task<Indicator?> FindAsync(string address, CancellationToken ct) =>
        db.Set<Indicator>().AsNoTracking().SingleOrDefaultAsync(x => x.Address == address && !x.Withdrawn, ct);

    /// <summary>Adds one to the context without saving it.</summary>
    public async Task<Indicator> StageAsync(IndicatorOptions options, CancellationToken ct)
    {
        var indicator = new Indicator
        {
            Id = ThingId.New(clock),
            Address = await AddressWord.FreeAsync(options.Title, "indicator", async free =>
                Pages.Contains(free, StringComparer.Ordinal) || db.Set<Indicator>().Local.Any(x => x.Address == free) || await db.Set<Indicator>().AnyAsync(x => x.Address == free, ct)),
        };
        Put(indicator, options);
        db.Add(indicator);
        return indicator;
    }

    /// <summary>Adds those that a published file proposes, for figures that nobody uses yet, without saving them.</summary>
    internal async Task<Dictionary<string, Indicator>> StageAsync(IReadOnlyList<ReadMeasure> described, CancellationToken ct)
    {
        var taken = await db.Set<Indicator>().Select(x => x.Address).ToHashSetAsync(StringComparer.Ordinal, ct);
        taken.UnionWith(Pages);
        var staged = new Dictionary<string, Indicator>(StringComparer.Ordinal);
        foreach (var measure in described)
        {
            var proposal = measure.Proposal!;
            var indicator = new Indicator
            {
                Id = ThingId.New(clock),
                Address = await AddressWord.FreeAsync(proposal.Title, "indicator", free => Task.FromResult(taken.Contains(free))),
                Kind = IndicatorKind.DataOnly, Feeds = string.Join('\n', measure.Feeds), Unit = proposal.Unit, UnitWords = proposal.UnitWords, Decimals = proposal.Decimals,
                Polarity = proposal.Polarity, Frequency = proposal.Frequency, Basis = proposal.Basis, Source = proposal.Source,
                Numerator = proposal.Numerator, Denominator = proposal.Denominator,
            };
            taken.Add(indicator.Address);
            Put(indicator, new IndicatorOptions(proposal.Title, proposal.Definition, null, [], null, [], null));
            staged.Add(measure.Feed, indicator);
        }

        db.AddRange(staged.Values);
        return staged;
    }

    public async Task<Result<Indicator>> CreateAsync(IndicatorOptions options, Process process, CancellationToken ct)
    {
        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        var indicator = await StageAsync(options, ct);
        await db.SaveAsync(process, ct);
        return indicator;
    }

    public async Task<Result<Indicator>> ChangeAsync(string address, int version, IndicatorOptions options, Process process, CancellationToken ct)
    {
        if (await db.Set<Indicator>().SingleOrDefaultAsync(x => x.Address == address && !x.Withdrawn, ct) is not { } indicator)
        {
            return NotFound.Row;
        }

        if (indicator.Version != version)
        {
            return await MeetAsync(indicator, options, ct);
        }

        if (Check(options) is { Count: > 0 } errors)
        {
            return errors;
        }

        if (options.Nature?.GuardId is { } guard && (guard == indicator.Id || !await db.Set<Indicator>().AnyAsync(x => x.Id == guard && !x.Withdrawn, ct)))
        {
            return new FieldError("GuardId", "Choose another indicator, or nothing");
        }

        if (options.Nature?.PopulationId is { } population && (population == indicator.Id || !await db.Set<Indicator>().AnyAsync(x => x.Id == population && !x.Withdrawn, ct)))
        {
            return new FieldError("PopulationId", "Choose another indicator, or nothing");
        }

        if (options.Nature?.PartIds is { Count: > 0 } parts && await HoldsAsync(parts, indicator.Id, ct))
        {
            return new FieldError("PartIds", "An indicator cannot be a part of itself. Take out what adds up from it");
        }

        Put(indicator, options);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await FindAsync(address, ct) is { } saved ? await MeetAsync(saved, options, ct) : NotFound.Row;
        }

        // The unit, the polarity and the rules decide how its figures stand.
        await statuses.ReckonAsync([indicator.Id], ct);
        return indicator;
    }

    public async Task<Result<Indicator>> WithdrawAsync(string address, Process process, CancellationToken ct)
    {
        if (await db.Set<Indicator>().SingleOrDefaultAsync(x => x.Address == address && !x.Withdrawn, ct) is not { } indicator)
        {
            return NotFound.Row;
        }

        indicator.Withdrawn = true;
        await db.SaveAsync(process, ct);
        return indicator;
    }

    /// <summary>Puts what is said onto the indicator, without saving.</summary>
    public static void Put(Indicator indicator, IndicatorOptions options)
    {
        indicator.Title = options.Title.Trim();
        indicator.SortKey = SortKey.Of(indicator.Title);
        indicator.Definition = OrNull(options.Definition);
        indicator.DepartmentId = options.DepartmentId;
        indicator.OtherDepartmentIds = [.. options.OtherDepartmentIds];
        indicator.LeadOfficerId = options.LeadOfficerId;
        indicator.OtherOfficerIds = [.. options.OtherOfficerIds];
        indicator.SetOfPlan = OrNull(options.SetOfPlan);
        options.Nature?.Put(indicator);
    }

    private async Task<Conflict> MeetAsync(Indicator saved, IndicatorOptions yours, CancellationToken ct) => new(saved.Version,
    [
        new("Title", saved.Title, yours.Title),
        new("Definition", saved.Definition ?? "", yours.Definition ?? ""),
        new("Department", await db.DepartmentNameAsync(saved.DepartmentId, ct), await db.DepartmentNameAsync(yours.DepartmentId, ct)),
        new("Lead officer", await db.OfficerNameAsync(saved.LeadOfficerId, ct), await db.OfficerNameAsync(yours.LeadOfficerId, ct)),
        .. yours.Nature?.Beside(saved) ?? [],
        .. yours.Nature is { } nature ? await OtherIndicatorsAsync(saved, nature, ct) : [],
    ]);

    /// <summary>True where the indicator is among the parts, or the parts of those.</summary>
    private async Task<bool> HoldsAsync(IReadOnlyCollection<Guid> parts, Guid id, CancellationToken ct)
    {
        var known = (await db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn).Select(i => new { i.Id, i.PartIds }).ToListAsync(ct)).ToDictionary(i => i.Id, i => i.PartIds);
        var seen = new HashSet<Guid>();
        for (var open = new Queue<Guid>(parts); open.TryDequeue(out var part);)
        {
            if (part == id || !known.TryGetValue(part, out var below))
            {
                return true;
            }

            foreach (var next in below.Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        return false;
    }

    private async Task<ConflictField[]> OtherIndicatorsAsync(Indicator saved, NatureOptions yours, CancellationToken ct) =>
    [
        new("What must not get worse", await TitleAsync(saved.GuardId, ct), await TitleAsync(yours.GuardId, ct)),
        new("Population", await TitleAsync(saved.PopulationId, ct), await TitleAsync(yours.PopulationId, ct)),
        new("What it is the sum of", await TitlesAsync(saved.PartIds, ct), await TitlesAsync(yours.PartIds ?? saved.PartIds, ct)),
    ];

    private async Task<string> TitleAsync(Guid? id, CancellationToken ct) =>
        id is null ? "Nothing" : await db.Set<Indicator>().Where(i => i.Id == id).Select(i => i.Title).SingleOrDefaultAsync(ct) ?? "Nothing";

    private async Task<string> TitlesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        string.Join(", ", await db.Set<Indicator>().Where(i => ids.Contains(i.Id)).OrderBy(i => i.SortKey).Select(i => i.Title).ToListAsync(ct));

    private static List<FieldError> Check(IndicatorOptions options)
    {
        var errors = new List<FieldError>();
        Text("Title", options.Title, Indicator.LongestTitle, "Enter what is measured");
        Longest("Definition", options.Definition, Indicator.LongestDefinition);
        Longest("SetOfPlan", options.SetOfPlan, Indicator.LongestTitle);
        errors.AddRange(options.Nature?.Check() ?? []);
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
