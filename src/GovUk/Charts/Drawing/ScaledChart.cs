using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>A chart whose values stand on an axis of round numbers.</summary>
public abstract class ScaledChart : Chart
{
    // What fits on a screen of 320 pixels.
    private const int LineLength = 34;

    /// <summary>What the axis counts, said above it: "Children per 10,000 aged 0 to 17".</summary>
    [Parameter]
    public string? Unit { get; set; }

    /// <summary>A value as labels and table say it, short: "72.3" or "72.3%".</summary>
    [Parameter]
    public Func<decimal, string> Say { get; set; } = Words.Of;

    /// <summary>No value can be lower.</summary>
    [Parameter]
    public decimal? Minimum { get; set; }

    /// <summary>No value can be higher.</summary>
    [Parameter]
    public decimal? Maximum { get; set; }

    [Parameter]
    public string ValueName { get; set; } = "Value";

    /// <summary>The unit in lines; and where the axis leaves out 0, that it does.</summary>
    internal List<string> AxisLines(Ticks ticks) =>
        [.. Words.Lines(Unit ?? "", LineLength), .. ticks.HasZero ? [] : new[] { AxisWarning(ticks) }];

    internal static RenderFragment NoFigures(double y) =>
        SvgText.Of("No figures yet", "trellis-chart__label trellis-chart__over", "50%", y, "middle");

    internal static string AxisWarning(Ticks ticks) => $"The axis starts at {ticks.Label(ticks.Start)}, not at 0";
}
