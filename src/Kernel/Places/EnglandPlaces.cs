using System.Globalization;

namespace Trellis.Kernel.Places;

/// <summary>England, its regions and its authorities for children's services, as the file beside this one lists them.</summary>
public static class EnglandPlaces
{
    private static readonly Dictionary<PlaceCode, PlaceCode> Earlier = [];
    private static readonly List<Place> Read = ReadFile();
    private static readonly Dictionary<PlaceCode, Place> ByCode = Read.ToDictionary(p => p.Code);
    private static readonly Dictionary<int, Place> ByNumber = Read.ToDictionary(p => p.Number);

    public static readonly PlaceCode Country = Read[0].Code;

    /// <summary>The country, then its regions, then the authorities in the order of their names.</summary>
    public static IReadOnlyList<Place> All => Read;

    /// <summary>Null for a place that is not in the list, such as a ward.</summary>
    public static Place? Find(PlaceCode code) => ByCode.GetValueOrDefault(Current(code));

    /// <param name="number">The three digits of the Department for Education.</param>
    public static Place? Find(int number) => ByNumber.GetValueOrDefault(number);

    /// <summary>The code that the same area has today: a county that became one authority kept its area and changed its code.</summary>
    public static PlaceCode Current(PlaceCode code) => Earlier.GetValueOrDefault(code, code);

    private static List<Place> ReadFile()
    {
        using var file = typeof(EnglandPlaces).Assembly.GetManifestResourceStream("england.csv")!;
        using var reader = new StreamReader(file);
        var places = new List<Place>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(';') is [var code, var number, var name, var kind, var within, var earlier, var until] && PlaceCode.TryRead(code, out var read))
            {
                places.Add(new Place(read, Number(number), name, Enum.Parse<PlaceKind>(kind), PlaceCode.Read(within), until.Length == 0 ? null : Number(until)));
                foreach (var was in earlier.Split(' ').Select(PlaceCode.Read).OfType<PlaceCode>())
                {
                    Earlier.Add(was, read);
                }
            }
        }

        return places;

        static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
