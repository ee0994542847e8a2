using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Measures;
using Trellis.Measures.Catalogue;
using Trellis.Measures.Entry;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Periods;
using Trellis.Measures.Scorecards;
using Trellis.Returns;
using Trellis.StatutoryReturns.Checking;
using Trellis.StatutoryReturns.Uploads;
using Indicator = Trellis.Measures.Indicator;

namespace Trellis.StatutoryReturns.Figures;

/// <summary>What became of the figures of a return.</summary>
/// <param name="Published">How many were left out, because the figure of that year is published already.</param>
public sealed record SentFigures(WrittenFigures Written, int Published);

/// <summary>Hands what was counted from a kept return to the measures, as provisional figures of the council.</summary>
public sealed class ReturnFigures(AppDbContext db, FigureImportService imports, FigureReader reader, Scorecard scores)
{
    /// <summary>How the names begin under which the measures know these figures.</summary>
    public const string Feed = "returns:";

    /// <summary>What stands behind the name of a rate of something that is counted too.</summary>
    public const string Rate = "rate";

    private const string RateOf = "/" + Rate;
    private const string Children = "ons:population_0_17";

    public async Task<Result<SentFigures>> SendAsync(CheckedReturn given, Process process, CancellationToken ct)
    {
        if (await db.Set<ReturnUpload>().SingleOrDefaultAsync(u => u.Id == given.Id && u.ErasedAt == null, ct) is not { } upload || upload.OwnerId != process.Who.AccountId)
        {
            return NotFound.Row;
        }

        if (await scores.PlaceAsync(ct) is not { } place)
        {
            return new FieldError("", "Trellis does not know whose figures these are. An administrator says in the settings which authority this is");
        }

        var (measures, published) = await MeasuresAsync(given, place, ct);
        var source = $"{upload.Kind} of {upload.Year}, as the council counted it before it was published";
        var reading = new FigureReading(source, null, measures, [], []);
        var written = await imports.SaveAsync(reading, new BatchOptions(BatchKind.Counted, source, FileHash: upload.SealedHash, AsAt: DateOnly.FromDateTime(upload.At.Date)), process, ct);
        if (!written.IsDone)
        {
            return written.Errors.ToList();
        }

        if (written.Value.Batch is { } batch)
        {
            upload.Batch = batch.Number;
            await db.SaveAsync(process, ct);
        }

        return new SentFigures(written.Value, published);
    }

    private async Task<(List<ReadMeasure> Measures, int Published)> MeasuresAsync(CheckedReturn given, Place place, CancellationToken ct)
    {
        var known = await db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn).OrderBy(i => i.Id).ToListAsync(ct);
        var counted = given.Indicators.Where(i => i.Value is not null).SelectMany(i => (IEnumerable<Said>)[.. Whole(i), .. Said.OfGroups(i), .. RatesOf(i)]).ToList();
        var found = counted.ConvertAll(c => (Said: c, Indicator: Find(known, c.Feeds)));
        var population = Find(known, [Children])?.Id;
        var standing = await reader.ReadAsync([.. found.SelectMany(f => (IEnumerable<Guid?>)[f.Indicator?.Id, f.Indicator?.PopulationId]).Append(population).OfType<Guid>().Distinct()], [place.Code], ct);
        var batches = await db.Set<FigureBatch>().AsNoTracking().Where(b => b.Kind == BatchKind.Published).Select(b => b.Number).ToHashSetAsync(ct);
        var (measures, published) = (new List<ReadMeasure>(), 0);
        foreach (var (said, indicator) in found)
        {
            var figures = indicator is null ? [] : FiguresOf(standing, indicator.Id);
            var period = PeriodOf(said, indicator, figures, given.Return.Year.Number);
            if (figures.Any(f => f.Period == period && batches.Contains(f.Batch)))
            {
                published++;
            }
            else if (said.IsRate)
            {
                if (indicator is not null && Populations.For(period, FiguresOf(standing, indicator.PopulationId ?? population ?? Guid.Empty)) is { } people)
                {
                    measures.Add(said.Measure(new NewFigure(place.Code, period, Provisional(said.Value / people.People * indicator.Unit.Per(), said.Value, people.People))));
                }
            }
            else
            {
                measures.Add(said.Measure(new NewFigure(place.Code, period, Provisional(said.Value, said.Numerator, said.Denominator))));
            }
        }

        return (measures, published);
    }

    private static IReadOnlyList<Figure> FiguresOf(Dictionary<Guid, List<PlaceFigures>> standing, Guid id) => standing.GetValueOrDefault(id) is [var own] ? own.Figures : [];

    private static FigureValue Provisional(decimal value, decimal? numerator, decimal? denominator) => new(value, numerator, denominator, FigureStatus.Provisional, Shorthand.None);

    private static Indicator? Find(List<Indicator> known, IReadOnlyList<string> feeds) =>
        known.FirstOrDefault(i => i.Feeds.Split('\n').Intersect(feeds, StringComparer.Ordinal).Any());

    /// <summary>A breakdown of an indicator that is counted beside it says the same in all as that one.</summary>
    private static IEnumerable<Said> Whole(CountedIndicator counted) => counted.Code.Contains(".by-", StringComparison.Ordinal) ? [] : [Said.Of(counted)];

    /// <summary>Rates are made only of what the list of indicators has a rate of.</summary>
    private static IEnumerable<Said> RatesOf(CountedIndicator counted) => CatalogueEntry.All.Any(e => e.Feeds.Contains(Feed + counted.Code + RateOf, StringComparer.Ordinal)) ? [Said.Of(counted) with { Feed = Feed + counted.Code + RateOf, Proposal = null }] : [];

    /// <summary>As the figures of earlier years are of a period; without any, the end of the year for what stands then and otherwise the whole of it.</summary>
    private static Period PeriodOf(Said said, Indicator? indicator, IReadOnlyList<Figure> before, int year)
    {
        var isMoment = before.Count > 0 ? before[^1].Period.IsMoment : indicator is null ? said.IsMoment : indicator.Basis == Basis.Snapshot;
        return isMoment ? Period.AtEndOf(year, 3) : Period.FinancialYear(year);
    }

    /// <summary>A counted indicator in the terms of the measures.</summary>
    private sealed record Said(string Feed, decimal Value, decimal? Numerator, decimal? Denominator, MeasureProposal? Proposal)
    {
        private const string AtYearEnd = "at-year-end";

        public bool IsRate => Feed.EndsWith(RateOf, StringComparison.Ordinal);

        public bool IsMoment => IsOfAMoment(Feed);

        /// <summary>Its own name and those of the published figures that it stands beside.</summary>
        public IReadOnlyList<string> Feeds => [Feed, .. CatalogueEntry.All.Where(e => e.Feeds.Contains(Feed, StringComparer.Ordinal)).SelectMany(e => e.Feeds).Where(f => f != Feed)];

        public static Said Of(CountedIndicator counted)
        {
            var isCount = counted.Unit is Unit.Children or Unit.Events;
            var (unit, decimals, words) = counted.Unit switch
            {
                Unit.Percentage => (MeasureUnit.Percentage, 1, "%"),
                Unit.Days => (MeasureUnit.Number, 0, "days"),
                Unit.Score => (MeasureUnit.Score, 1, "points"),
                _ => (MeasureUnit.Number, 0, null),
            };
            return new Said(
                ReturnFigures.Feed + counted.Code, counted.Value!.Value, isCount ? null : counted.Numerator, isCount ? null : counted.Denominator,
                new MeasureProposal(counted.Title, null, unit, words, decimals, Polarity.None, Frequency.Yearly, IsOfAMoment(counted.Code) ? Basis.Snapshot : Basis.Period, counted.Source));
        }

        public static IEnumerable<Said> OfGroups(CountedIndicator counted) => counted.Groups.Select(group => Of(counted) is var whole
            ? whole with { Feed = $"{whole.Feed}/{group.Code}", Value = group.Count, Proposal = whole.Proposal! with { Title = $"{counted.Title}: {char.ToLowerInvariant(group.Title[0])}{group.Title[1..]}" } }
            : whole);

        private static bool IsOfAMoment(string name) => name.Contains(AtYearEnd, StringComparison.Ordinal);

        public ReadMeasure Measure(NewFigure figure) => new(Feed, Proposal, [figure]) { OtherFeeds = [.. Feeds.Skip(1)] };
    }
}
