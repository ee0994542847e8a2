using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>Places one below the other, each with its value as a dot on a common axis, against the values of England or the region.</summary>
public sealed partial class DotPlot : ScaledChart
{
    private const int LineHeight = 18;

    // What fits beside its value on a screen of 320 pixels.
    private const int NameLength = 24;
    private const int ReferenceLength = 18;

    private Ticks ticks = null!;
    private List<string> axisLines = [];
    private double top;
    private double bottom;
    private readonly List<Reference> references = [];
    private readonly List<Row> rows = [];

    /// <summary>In the order in which they are to stand.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Dot> Dots { get; set; } = [];

    /// <summary>At most four can be told apart.</summary>
    [Parameter]
    public IReadOnlyList<ReferenceLine> References { get; set; } = [];

    [Parameter]
    public string PlaceName { get; set; } = "Place";

    protected override void OnParametersSet()
    {
        ticks = Ticks.Over(
            [.. Dots.Select(dot => dot.Value).OfType<decimal>(), .. References.Select(line => line.Value)],
            Minimum,
            Maximum
        );
        axisLines = AxisLines(ticks);
        top = axisLines.Count * LineHeight + (axisLines.Count == 0 ? 0 : 8);
        references.Clear();
        foreach (var line in References)
        {
            references.Add(new(Share(line.Value), Words.Lines($"{line.Name} {Say(line.Value)}", ReferenceLength), top));
            top = references[^1].Bottom;
        }
        top += 4;
        bottom = top;
        rows.Clear();
        foreach (var dot in Dots)
        {
            rows.Add(new(dot, Words.Lines(dot.Name, NameLength), bottom));
            bottom = rows[^1].Bottom;
        }
    }

    private double Share(decimal value) => ticks.Share((double)value) * 100;

    private string Description()
    {
        var known = Dots.Where(dot => dot.Value is not null).ToList();
        List<string> sentences = [$"Dot plot of {Dots.Count} {(Dots.Count == 1 ? "place" : "places")}."];
        if (known.Count > 0)
        {
            var (lowest, highest) = (known.MinBy(dot => dot.Value)!, known.MaxBy(dot => dot.Value)!);
            sentences.Add($"Values are between {Said(lowest)} in {lowest.Name} and {Said(highest)} in {highest.Name}.");
        }
        foreach (var ours in known.Where(dot => dot.Ours))
            sentences.Add(
                $"{ours.Name} has {Said(ours)}: number {known.Count(dot => dot.Value > ours.Value) + 1} of {known.Count} counted from the highest."
            );
        sentences.AddRange(References.Select(line => $"{line.Name} has {Say(line.Value)}."));
        if (known.Count < Dots.Count)
            sentences.Add($"{Dots.Count - known.Count} of {Dots.Count} values are missing.");
        if (!ticks.HasZero)
            sentences.Add(AxisWarning(ticks) + ".");
        return string.Join(' ', sentences);
    }

    private string Said(Dot dot) => dot.Value is { } value ? Say(value) : dot.Shorthand;

    /// <summary>The words above a line, which stay within a narrow picture: near an end they run away from it.</summary>
    private sealed record Reference(double Share, List<string> Lines, double Top)
    {
        public double Bottom => Top + Lines.Count * LineHeight;

        public (string Anchor, double Shift) Beside(double narrowPlot)
        {
            var half = Words.Width(Lines.Max(line => line.Length)) / 2 - gutters.Left;
            if (Share / 100 * narrowPlot < half)
                return ("start", -2);
            return (1 - Share / 100) * narrowPlot < half ? ("end", 2) : ("middle", 0);
        }
    }

    /// <summary>A name and its value, and the dot below them.</summary>
    private sealed record Row(Dot Dot, List<string> Lines, double Top)
    {
        public double Middle => Top + Lines.Count * LineHeight + 13;

        public double Bottom => Middle + 17;
    }
}
