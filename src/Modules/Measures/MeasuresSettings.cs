using Trellis.Kernel.Places;
using Trellis.Kernel.Settings;
using Trellis.Measures.Statuses;

namespace Trellis.Measures;

/// <summary>What a council says once about its figures.</summary>
public static class MeasuresSettings
{
    public const string Place = "council.place";
    public const string Rules = "measures.rules";

    public static readonly SettingDefinition[] All =
    [
        new(Place, "The authority's code", "Nine characters of the Office for National Statistics, for example E06000009. Figures of this place are the council's own. Leave empty for none", "",
            v => v.Length == 0 || (PlaceCode.TryRead(v, out var code) && EnglandPlaces.Find(code) is not null) ? null : "Enter the code of an English authority for children's services, for example E06000009"),
        new(Rules, "How figures get their colour", $"For indicators without rules of their own. The first that is true counts, for example {StatusPreset.WithinTenPercent.Rules}", StatusPreset.WithinTenPercent.Rules,
            v => StatusRules.Read(v).Wrong),
    ];
}
