using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Trellis.Kernel.Places;

/// <summary>
/// The code of a place as the Office for National Statistics gives it: a letter for the country and eight digits, of which the
/// first two say what kind of place it is. "E06000009" is an English unitary authority, "E05…" a ward, "E12…" a region.
/// Kept as one number, so that a million figures can be sorted by place.
/// </summary>
/// <param name="Number">The country's place in <see cref="Countries"/> times a hundred million, and the eight digits.</param>
/// <remarks>The default value is no place: its text is "E00000000".</remarks>
public readonly record struct PlaceCode(int Number) : IComparable<PlaceCode>
{
    /// <summary>England, United Kingdom and groups of its countries, Northern Ireland, Scotland, Wales, places of the council's own.</summary>
    private const string Countries = "EKNSWX";
    private const int Digits = 8;
    private const int Hundredmillion = 100_000_000;

    /// <summary>An electoral ward of England, "E05…". They are many and change with each review, so no list of them is kept.</summary>
    public bool IsWard => Number / 1_000_000 == 5;

    /// <summary>Null where the text is no such code; case and spaces around it do not matter.</summary>
    public static PlaceCode? Read(string? text) => TryRead(text, out var code) ? code : null;

    public static bool TryRead([NotNullWhen(true)] string? text, out PlaceCode code)
    {
        code = default;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length != Digits + 1 || Countries.IndexOf(char.ToUpperInvariant(trimmed[0]), StringComparison.Ordinal) is not (>= 0 and var country)
            || !int.TryParse(trimmed[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return false;
        }

        code = new PlaceCode(country * Hundredmillion + digits);
        return true;
    }

    public int CompareTo(PlaceCode other) => Number.CompareTo(other.Number);

    public static bool operator <(PlaceCode left, PlaceCode right) => left.Number < right.Number;

    public static bool operator >(PlaceCode left, PlaceCode right) => left.Number > right.Number;

    public static bool operator <=(PlaceCode left, PlaceCode right) => left.Number <= right.Number;

    public static bool operator >=(PlaceCode left, PlaceCode right) => left.Number >= right.Number;

    public override string ToString() => $"{Countries[Number / Hundredmillion]}{(Number % Hundredmillion).ToString("D8", CultureInfo.InvariantCulture)}";
}
