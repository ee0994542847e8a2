using System.Globalization;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Pages.Indicators;

public sealed class IndicatorForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public string? Definition { get; set; }
    public string? DepartmentId { get; set; }
    public string? LeadOfficerId { get; set; }
    public string? Kind { get; set; }
    public string? Unit { get; set; }
    public string? UnitWords { get; set; }
    public string? Decimals { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public string? Polarity { get; set; }
    public string? Frequency { get; set; }
    public string? Basis { get; set; }
    public string? Source { get; set; }
    public string? SmallestGap { get; set; }
    public string? StatusRules { get; set; }
    public string? GuardId { get; set; }
    public string? EntryFrom { get; set; }
    public string? PopulationId { get; set; }
    public List<string>? PartIds { get; set; }

    public static IndicatorForm Of(Indicator indicator) => new()
    {
        Version = indicator.Version, Title = indicator.Title, Definition = indicator.Definition, DepartmentId = $"{indicator.DepartmentId}", LeadOfficerId = $"{indicator.LeadOfficerId}",
        Kind = $"{indicator.Kind}", Unit = $"{indicator.Unit}", UnitWords = indicator.UnitWords, Decimals = $"{indicator.Decimals}", Numerator = indicator.Numerator,
        Denominator = indicator.Denominator, Polarity = $"{indicator.Polarity}", Frequency = $"{indicator.Frequency}", Basis = $"{indicator.Basis}", Source = indicator.Source,
        SmallestGap = indicator.SmallestGap?.ToString("0.####", CultureInfo.InvariantCulture), StatusRules = indicator.StatusRules, GuardId = $"{indicator.GuardId}",
        EntryFrom = indicator.EntryFrom is { } from ? TypedPeriod.Written(new Period(from)) : null, PopulationId = $"{indicator.PopulationId}", PartIds = [.. indicator.PartIds.Select(id => $"{id}")],
    };

    public IndicatorOptions Read(Indicator? kept) => new(
        Title ?? "", Definition, Id(DepartmentId), kept?.OtherDepartmentIds.Where(d => d != Id(DepartmentId)).ToList() ?? [],
        Id(LeadOfficerId), kept?.OtherOfficerIds.Where(o => o != Id(LeadOfficerId)).ToList() ?? [], kept?.SetOfPlan)
    {
        Nature = new NatureOptions(
            Word<IndicatorKind>(Kind), Word<MeasureUnit>(Unit), UnitWords, Decimals, Numerator, Denominator, Word<Polarity>(Polarity), Word<Frequency>(Frequency), Word<Basis>(Basis),
            Source, SmallestGap, StatusRules, Id(GuardId), PartIds?.Select(Id).OfType<Guid>().ToList() ?? []) { EntryFrom = EntryFrom, PopulationId = Id(PopulationId) },
    };

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static T Word<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var word) && Enum.IsDefined(word) ? word : default;
}
