namespace Trellis.GovUk;

/// <summary>The outline of a mark around 0, 0. All shapes of a radius cover about the same area, so that none seems to weigh more.</summary>
internal static class MarkPath
{
    public static string Of(MarkShape shape, double radius) =>
        shape switch
        {
            MarkShape.Dot => Dot(SvgNumber.Of(radius), SvgNumber.Of(radius * 2)),
            MarkShape.Square => Corners(radius * 0.9, (-1, -1), (1, -1), (1, 1), (-1, 1)),
            MarkShape.Diamond => Corners(radius * 1.3, (0, -1), (1, 0), (0, 1), (-1, 0)),
            MarkShape.Up => Corners(radius * 1.4, (0, -1), (0.95, 0.65), (-0.95, 0.65)),
            MarkShape.Down => Corners(radius * 1.4, (0, 1), (0.95, -0.65), (-0.95, -0.65)),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, null),
        };

    private static string Dot(string radius, string width) =>
        $"M-{radius} 0a{radius} {radius} 0 1 0 {width} 0a{radius} {radius} 0 1 0 -{width} 0Z";

    private static string Corners(double size, params ReadOnlySpan<(double X, double Y)> corners)
    {
        var path = "M";
        foreach (var (x, y) in corners)
            path += $"{SvgNumber.Of(x * size)} {SvgNumber.Of(y * size)} ";
        return path.TrimEnd() + "Z";
    }
}
