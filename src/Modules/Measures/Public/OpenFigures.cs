using Trellis.Kernel.Places;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Public;

/// <summary>All indicators that are public.</summary>
public sealed record OpenIndicators(IReadOnlyList<OpenIndicator> Indicators, string Licence);

/// <summary>An indicator as programs read it.</summary>
/// <param name="Id">Stays the same for ever.</param>
/// <param name="Unit">What its figures are counted in.</param>
/// <param name="Better">"high", "low", "plan" or "neither".</param>
/// <param name="Page">Where people read it.</param>
/// <param name="Figures">Where its figures are.</param>
public sealed record OpenIndicator(
    string Id, string Title, string? Definition, string Unit, string? Counted, string? OutOf, string Better, string Frequency, string Basis, string? Source, string Page, string Figures)
{
    public static OpenIndicator Of(Indicator indicator) => new(
        indicator.Address, indicator.Title, indicator.Definition, indicator.UnitWords ?? indicator.Unit.Words(), indicator.Numerator, indicator.Denominator,
        indicator.Polarity switch { Polarity.High => "high", Polarity.Low => "low", Polarity.PlanIsBest => "plan", _ => "neither" },
        $"{indicator.Frequency}".ToLowerInvariant(), indicator.Basis switch { Measures.Basis.Snapshot => "snapshot", Measures.Basis.YearToDate => "year to date", Measures.Basis.Rolling12Months => "rolling 12 months", _ => "period" },
        indicator.Source, PublicIndicators.AddressOf(indicator), $"/api/v1/indicators/{indicator.Address}/figures");
}

/// <summary>The figures of an indicator.</summary>
/// <param name="Signs">What the signs in "status" and "shorthand" mean, those that stand here.</param>
public sealed record OpenFigureList(string Indicator, IReadOnlyList<OpenFigure> Figures, IReadOnlyDictionary<string, string> Signs, string Licence);

/// <summary>One figure.</summary>
/// <param name="Place">Nine characters of the Office for National Statistics.</param>
/// <param name="Period">ISO 8601: "2025-03" is the end of March, "2024-04/2025-03" the year up to it.</param>
/// <param name="Value">Null where a shorthand stands in its place.</param>
/// <param name="Status">"p" provisional, "r" revised, "e" estimated; null when settled.</param>
/// <param name="Shorthand">"c" kept back, "x" not available, "z" not applicable, "low", "u" of low reliability; null where there is none.</param>
public sealed record OpenFigure(
    string Place, string? PlaceName, string Period, DateOnly Start, DateOnly End, decimal? Value, decimal? Numerator, decimal? Denominator, string? Status, string? Shorthand, string Source)
{
    public static OpenFigure Of(PlaceCode place, Figure figure, PublicSource source) => new(
        $"{place}", EnglandPlaces.Find(place)?.Name, figure.Period.Key, figure.Period.Start, figure.Period.End, figure.Value, figure.Said.Numerator, figure.Said.Denominator,
        Sign(figure.Said.Status.Mark()), Sign(figure.Said.Shorthand.Mark()), source.Title);

    /// <summary>Without its brackets.</summary>
    private static string? Sign(string mark) => mark.Length == 0 ? null : mark.Trim('[', ']');
}
