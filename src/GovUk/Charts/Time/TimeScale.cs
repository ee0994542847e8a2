namespace Trellis.GovUk;

/// <summary>Where a point stands: across in percent, each in the middle of an equal share of the width; down in pixels.</summary>
internal sealed class TimeScale(int count, Ticks ticks, double top, double height)
{
    public double Top => top;

    public double Bottom => top + height;

    public double X(int index) => (index + 0.5) * 100 / count;

    /// <summary>Where the share of the width begins that belongs to a point; that of the count is the end of the plot.</summary>
    public double Edge(int index) => index * 100.0 / count;

    public double Y(double value) => Bottom - ticks.Share(value) * height;

    public double Y(decimal value) => Y((double)value);
}
