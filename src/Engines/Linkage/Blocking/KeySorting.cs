using System.Runtime.CompilerServices;

namespace Trellis.Linkage;

/// <summary>Where a core sorts the records by their keys of one rule after the other.</summary>
internal sealed class KeySorting(int records)
{
    private readonly ulong[] keyed = new ulong[records];
    private readonly ulong[] sorted = new ulong[records];

    /// <summary>Of each record that has one the key, above the record's number, in ascending order; records of one key in theirs. It stands until the next is asked for.</summary>
    public ReadOnlySpan<ulong> Sorted(RecordSet of, BlockKey key)
    {
        var count = Keys(of, key, keyed);
        RadixSort.ByHighHalf(keyed, sorted, count);
        return sorted.AsSpan(0, count);
    }

    /// <summary>The key of each record that has one, above its number; how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Keys(RecordSet records, BlockKey key, ulong[] keyed)
    {
        var count = 0;
        for (var record = 0; record < records.Count; record++)
        {
            var of = key(records.Row(record));
            if (of != 0)
            {
                keyed[count++] = ((ulong)of << 32) | (uint)record;
            }
        }

        return count;
    }
}

/// <summary>Sorting by counting, eleven bits at a time.</summary>
internal static class RadixSort
{
    private const int Bits = 11;

    /// <summary>Sorts by the upper 32 bits; what is equal there stays in its order. Three rounds: the outcome is in the other array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ByHighHalf(ulong[] values, ulong[] other, int count)
    {
        var (from, to) = (values, other);
        var places = new int[1 << Bits];
        for (var shift = 32; shift < 64; shift += Bits)
        {
            Array.Clear(places);
            for (var i = 0; i < count; i++)
            {
                places[(int)(from[i] >> shift) & ((1 << Bits) - 1)]++;
            }

            var sum = 0;
            for (var i = 0; i < places.Length; i++)
            {
                (places[i], sum) = (sum, sum + places[i]);
            }

            for (var i = 0; i < count; i++)
            {
                to[places[(int)(from[i] >> shift) & ((1 << Bits) - 1)]++] = from[i];
            }

            (from, to) = (to, from);
        }
    }
}
