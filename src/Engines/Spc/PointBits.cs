using System.Runtime.Intrinsics;

namespace Trellis.Spc;

/// <summary>
/// What a segment knows of its points, as rows of <see cref="Bits"/>: a series is two small arrays, and nothing in the walk over it depends on how the values
/// fall, since a wrong guess of the processor costs more than the comparisons.
/// </summary>
internal readonly struct PointBits
{
    private const int Rows = 9;

    private readonly int words;
    private readonly ulong[] bits;

    public PointBits(Padded values)
    {
        Values = values;
        words = (values.Count + Bits.OfWord - 1) / Bits.OfWord;
        bits = new ulong[Rows * words];
    }

    public Padded Values { get; }

    public Span<ulong> Above => Row(0);

    public Span<ulong> Below => Row(1);

    public Span<ulong> Outside => Row(2);

    /// <summary>Beyond two thirds of the way to a limit, and not outside.</summary>
    public Span<ulong> Near => Row(3);

    /// <summary>Higher than the point before.</summary>
    public Span<ulong> Higher => Row(4);

    /// <summary>Lower than the point before.</summary>
    public Span<ulong> Lower => Row(5);

    /// <summary>Part of a trend of either direction.</summary>
    public Span<ulong> Trend => Row(6);

    public Span<ulong> TwoOfThree => Row(7);

    /// <summary>Part of a run on either side.</summary>
    public Span<ulong> Run => Row(8);

    /// <summary>Holds each value against the lines and against the one before.</summary>
    public void Place(in Lines lines)
    {
        var centre = Vector256.Create(lines.Centre);
        for (var word = 0; word < words; word++)
        {
            ulong above = 0, below = 0, outside = 0, beyond = 0, higher = 0, lower = 0;
            var end = Math.Min(Values.Count, (word + 1) * Bits.OfWord);
            for (var i = word * Bits.OfWord; i < end; i += Padded.Four)
            {
                var (value, before) = (Values.FourAt(i), Values.FourBefore(i));
                above |= Where(Vector256.GreaterThan(value, centre), i);
                below |= Where(Vector256.LessThan(value, centre), i);
                outside |= Where(Vector256.GreaterThan(value, lines.Upper.FourAt(i)) | Vector256.LessThan(value, lines.Lower.FourAt(i)), i);
                beyond |= Where(Vector256.GreaterThan(value, lines.NearUpper.FourAt(i)) | Vector256.LessThan(value, lines.NearLower.FourAt(i)), i);
                higher |= Where(Vector256.GreaterThan(value, before), i);
                lower |= Where(Vector256.LessThan(value, before), i);
            }

            (Above[word], Below[word], Outside[word], Near[word]) = (above, below, outside, beyond & ~outside);
            (Higher[word], Lower[word]) = (higher, lower);
        }
    }

    /// <summary>1 above the centre, -1 below, 0 on it.</summary>
    public int SideOf(int point) => Bits.Has(Above, point) ? 1 : Bits.Has(Below, point) ? -1 : 0;

    /// <summary>Where a known value lies beside limits that there are.</summary>
    public Zone ZoneOf(int point) => Bits.Has(Outside, point) ? Zone.Outside : Bits.Has(Near, point) ? Zone.Near : Zone.Inner;

    /// <summary>The first rule that a point is part of.</summary>
    public SpecialCause CauseOf(int point)
    {
        var isAbove = Bits.Has(Above, point);
        return Bits.Has(Outside, point) ? (isAbove ? SpecialCause.AboveUpperLimit : SpecialCause.BelowLowerLimit)
            : Bits.Has(Trend, point) ? (GoesUp(point) ? SpecialCause.TrendUp : SpecialCause.TrendDown)
            : Bits.Has(TwoOfThree, point) ? (isAbove ? SpecialCause.TwoOfThreeAbove : SpecialCause.TwoOfThreeBelow)
            : Bits.Has(Run, point) ? (isAbove ? SpecialCause.RunAbove : SpecialCause.RunBelow)
            : SpecialCause.None;
    }

    /// <summary>A turning point belongs to the trend that follows: where the next point is in a trend too, the step to it decides, as in NHSRplotthedots.</summary>
    private bool GoesUp(int point) =>
        Bits.Has(Higher, point + 1 < words * Bits.OfWord && Bits.Has(Trend, point + 1) ? point + 1 : point);

    private Span<ulong> Row(int row) => bits.AsSpan(row * words, words);

    private static ulong Where(Vector256<double> isTrue, int first) => (ulong)isTrue.ExtractMostSignificantBits() << (first % Bits.OfWord);
}
