using System.Globalization;
using Trellis.Kernel.Places;

namespace Trellis.Measures.Scorecards;

/// <summary>The outlines of the authorities of England, as SVG paths on one sheet. `trellis extract outlines` made the file beside this one.</summary>
public static class AuthorityOutlines
{
    /// <summary>To stand below each map.</summary>
    public const string Attribution =
        "Boundaries: Office for National Statistics, counties and unitary authorities, December 2023, licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2023.";

    private static readonly Lazy<(double Width, double Height, List<(Place Place, string Path)> All)> read = new(ReadFile);

    /// <summary>Pixels.</summary>
    public static double Width => read.Value.Width;

    public static double Height => read.Value.Height;

    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<(Place Place, string Path)> All => read.Value.All;

    private static (double Width, double Height, List<(Place Place, string Path)> All) ReadFile()
    {
        using var file = typeof(AuthorityOutlines).Assembly.GetManifestResourceStream("authorities.outlines")!;
        using var reader = new StreamReader(file);
        var (width, height) = (0.0, 0.0);
        var found = new List<(Place Place, string Path)>();
        while (reader.ReadLine() is { } line)
        {
            switch (line.Split(';'))
            {
                case ["size", var across, var down]:
                    (width, height) = (double.Parse(across, CultureInfo.InvariantCulture), double.Parse(down, CultureInfo.InvariantCulture));
                    break;
                case [var code, var path] when PlaceCode.TryRead(code, out var known) && EnglandPlaces.Find(known) is { } place:
                    found.Add((place, path));
                    break;
            }
        }

        return (width, height, [.. found.OrderBy(f => f.Place.Name, StringComparer.Ordinal)]);
    }
}
