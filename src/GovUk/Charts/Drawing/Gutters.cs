namespace Trellis.GovUk;

/// <summary>
/// Room for labels left and right of a plot, in pixels. The plot itself is as wide as the rest: positions in it are percentages,
/// so that letters keep their size on every screen. Multiples of 8 up to 240, for each has its class in the stylesheet.
/// </summary>
public readonly record struct Gutters(int Left, int Right)
{
    /// <summary>From this width of the plot on the stylesheet shows the labels that need more room.</summary>
    public const int WidePlot = 400;

    // What a chart has on a screen of 320 pixels.
    private const int Narrow = 290;

    public double NarrowPlot => Math.Max(60, Narrow - Left - Right);

    /// <summary>Room for so many letters and a space of <paramref name="gap"/> pixels; none for no letters.</summary>
    public static int For(int letters, int gap) =>
        letters == 0 ? 8 : Math.Min(240, ((int)Math.Ceiling(Words.Width(letters)) + gap + 7) / 8 * 8);

    public string Class => $"trellis-plot trellis-plot--left-{Left} trellis-plot--right-{Right}";
}
