using System.Globalization;
using Trellis.Kernel;
using Trellis.Measures.Periods;
using Trellis.Measures.Statuses;

namespace Trellis.Measures;

public sealed record IndicatorOptions(string Title, string? Definition, Guid? DepartmentId, IReadOnlyList<Guid> OtherDepartmentIds, Guid? LeadOfficerId, IReadOnlyList<Guid> OtherOfficerIds, string? SetOfPlan)
{
    /// <summary>What its figures are; null leaves that as it is, as a plan's document does, which says nothing of it.</summary>
    public NatureOptions? Nature { get; init; }

    public static IndicatorOptions Of(Indicator indicator) => new(indicator.Title, indicator.Definition, indicator.DepartmentId, indicator.OtherDepartmentIds, indicator.LeadOfficerId, indicator.OtherOfficerIds, indicator.SetOfPlan);
}

/// <summary>What the figures of an indicator are, as a person says it; numbers as they were typed.</summary>
public sealed record NatureOptions(
    IndicatorKind Kind, MeasureUnit Unit, string? UnitWords, string? Decimals, string? Numerator, string? Denominator, Polarity Polarity, Frequency Frequency, Basis Basis,
    string? Source, string? SmallestGap, string? StatusRules, Guid? GuardId = null, IReadOnlyList<Guid>? PartIds = null)
{
    /// <summary>The first period of which somebody enters the figure here, as it was typed; empty where nobody does.</summary>
    public string? EntryFrom { get; init; }

    /// <summary>The indicator whose figures are the people that rates are of.</summary>
    public Guid? PopulationId { get; init; }

    public IEnumerable<FieldError> Check()
    {
        if (Number(Decimals) is not (null or (>= 0 and <= Indicator.MostDecimals)) || (Number(Decimals) is null && !string.IsNullOrWhiteSpace(Decimals)) || Number(Decimals) is { } places && places != decimal.Truncate(places))
        {
            yield return new("Decimals", $"Enter a whole number from 0 to {Indicator.MostDecimals}");
        }

        if (!string.IsNullOrWhiteSpace(SmallestGap) && Number(SmallestGap) is null or < 0)
        {
            yield return new("SmallestGap", "Enter a number, for example 0.5");
        }

        if (!string.IsNullOrWhiteSpace(StatusRules) && Statuses.StatusRules.Read(StatusRules).Wrong is { } wrong)
        {
            yield return new("StatusRules", wrong);
        }

        if (!string.IsNullOrWhiteSpace(EntryFrom) && TypedPeriod.Read(EntryFrom, Frequency, Basis) is null)
        {
            yield return new("EntryFrom", $"Enter a period, for example {TypedPeriod.Example(Frequency, Basis)}, or nothing");
        }

        if (PopulationId is not null && !Unit.IsRate())
        {
            yield return new("PopulationId", "Only a rate is of a population. Choose another unit, or no population");
        }

        if (StatusRules?.Trim().Length > Statuses.StatusRules.Longest)
        {
            yield return new("StatusRules", $"Use {Statuses.StatusRules.Longest} characters or fewer");
        }

        foreach (var (field, text) in new[] { ("UnitWords", UnitWords), ("Numerator", Numerator), ("Denominator", Denominator), ("Source", Source) })
        {
            if (text?.Trim().Length > Indicator.LongestWords)
            {
                yield return new(field, $"Use {Indicator.LongestWords} characters or fewer");
            }
        }
    }

    /// <summary>Somebody who says the polarity confirms it.</summary>
    internal void Put(Indicator indicator)
    {
        (indicator.Kind, indicator.Unit, indicator.UnitWords) = (Kind, Unit, OrNull(UnitWords));
        indicator.Decimals = (int)(Number(Decimals) ?? 0);
        (indicator.Numerator, indicator.Denominator, indicator.Source) = (OrNull(Numerator), OrNull(Denominator), OrNull(Source));
        (indicator.Polarity, indicator.PolarityConfirmed) = (Polarity, true);
        (indicator.Frequency, indicator.Basis, indicator.SmallestGap) = (Frequency, Basis, Number(SmallestGap));
        (indicator.GuardId, indicator.PopulationId, indicator.PartIds) = (GuardId, PopulationId, [.. PartIds ?? indicator.PartIds]);
        indicator.EntryFrom = string.IsNullOrWhiteSpace(EntryFrom) ? null : TypedPeriod.Read(EntryFrom, Frequency, Basis)?.Number;
        indicator.StatusRules = OrNull(StatusRules) is { } rules ? $"{Statuses.StatusRules.Of(rules)}" : null;
    }

    internal IEnumerable<ConflictField> Beside(Indicator saved)
    {
        yield return new("What it is for", $"{saved.Kind}", $"{Kind}");
        yield return new("Unit", saved.Unit.Words(), Unit.Words());
        yield return new("Unit in words", saved.UnitWords ?? "", UnitWords?.Trim() ?? "");
        yield return new("Decimal places", $"{saved.Decimals}", Decimals?.Trim() ?? "");
        yield return new("What is counted", saved.Numerator ?? "", Numerator?.Trim() ?? "");
        yield return new("Out of what", saved.Denominator ?? "", Denominator?.Trim() ?? "");
        yield return new("Which way is better", saved.Polarity.Words(), Polarity.Words());
        yield return new("How often", saved.Frequency.Words(), Frequency.Words());
        yield return new("What of time", saved.Basis.Words(), Basis.Words());
        yield return new("Source", saved.Source ?? "", Source?.Trim() ?? "");
        yield return new("Smallest change", $"{saved.SmallestGap:0.####}", SmallestGap?.Trim() ?? "");
        yield return new("Figures are entered from", saved.EntryFrom is { } from ? new Period(from).Words : "", EntryFrom?.Trim() ?? "");
        yield return new("Colour", saved.StatusRules ?? "", StatusRules?.Trim() ?? "");
    }

    private static decimal? Number(string? text) => decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
