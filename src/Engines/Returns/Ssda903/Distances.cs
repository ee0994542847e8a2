using System.Globalization;
using System.Text;

namespace Trellis.Returns.Ssda903;

/// <summary>How far a placement is from home: in a straight line between two postcodes, in miles, where a list says where these are and the return does not bring PL_DISTANCE itself.</summary>
internal static class Distances
{
    private const double MetresAMile = 1609.344;

    /// <summary>Fills PL_DISTANCE of the episodes of this year and last, to a tenth of a mile; it stays empty where a postcode is not given or not in the list.</summary>
    public static void Fill(ReturnData data)
    {
        if (data.Now[Shapes.Postcodes.Number] is not { } list)
        {
            return;
        }

        var places = new Dictionary<string, (double East, double North)>(list.Rows, StringComparer.Ordinal);
        for (var row = 0; row < list.Rows; row++)
        {
            if (data.Words.NumberOf(list.Cells[1][row]) is { } east && data.Words.NumberOf(list.Cells[2][row]) is { } north)
            {
                places[Plain(data, list.Cells[0][row])] = ((double)east, (double)north);
            }
        }

        foreach (var year in new[] { data.Now, data.Last })
        {
            if (year[Shapes.Episodes.Number] is { } episodes && !episodes.Given[Distance])
            {
                Fill(data, episodes, places);
            }
        }
    }

    private static int Distance { get; } = Shapes.Episodes.Find("PL_DISTANCE");

    private static void Fill(ReturnData data, RowTable episodes, Dictionary<string, (double East, double North)> places)
    {
        var (homes, placements) = (episodes.Cells[Shapes.Episodes.Find("HOME_POST")], episodes.Cells[Shapes.Episodes.Find("PL_POST")]);
        episodes.Given[Distance] = true;
        for (var row = 0; row < episodes.Rows; row++)
        {
            if (places.TryGetValue(Plain(data, homes[row]), out var home) && places.TryGetValue(Plain(data, placements[row]), out var placement))
            {
                var miles = Math.Sqrt(Math.Pow(home.East - placement.East, 2) + Math.Pow(home.North - placement.North, 2)) / MetresAMile;
                episodes.Cells[Distance][row] = data.Words.IdOf(miles.ToString("0.0", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>A postcode without spaces, in capital letters.</summary>
    private static string Plain(ReturnData data, int word) => Encoding.UTF8.GetString(data.Words.BytesOf(word)).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
