using System.Runtime.CompilerServices;

namespace Trellis.Linkage;

/// <summary>The distinct patterns that comparisons made, and how many pairs made each.</summary>
internal sealed class PatternTable
{
    private ulong[] keys = new ulong[1 << 13];

    /// <summary>The number of a pattern and one; 0 where a place is free.</summary>
    private int[] numbers = new int[1 << 13];
    private ulong[] patterns = new ulong[1 << 12];
    private long[] counts = new long[1 << 12];
    private int count;

    public ReadOnlySpan<ulong> Patterns => patterns.AsSpan(0, count);

    public ReadOnlySpan<long> Counts => counts.AsSpan(0, count);

    /// <summary>The number of a pattern, from 0 in the order in which they come; its count goes up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Count(ulong pattern, long times = 1)
    {
        var place = Place(pattern);
        var number = numbers[place] - 1;
        if (number < 0)
        {
            number = count++;
            (keys[place], numbers[place]) = (pattern, count);
            if (count == patterns.Length)
            {
                Grow();
            }

            patterns[number] = pattern;
        }

        counts[number] += times;
        return number;
    }

    /// <summary>How often a pattern that was counted came.</summary>
    public long CountOf(ulong pattern) => counts[numbers[Place(pattern)] - 1];

    public void Add(PatternTable others)
    {
        for (var i = 0; i < others.count; i++)
        {
            Count(others.patterns[i], others.counts[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(ulong pattern)
    {
        var mask = numbers.Length - 1;
        var place = (int)((pattern * 0x9E37_79B9_7F4A_7C15) >> 40) & mask;
        while (numbers[place] != 0 && keys[place] != pattern)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        Array.Resize(ref patterns, count * 4);
        Array.Resize(ref counts, count * 4);
        var (before, numberBefore) = (keys, numbers);
        (keys, numbers) = (new ulong[before.Length * 4], new int[before.Length * 4]);
        for (var i = 0; i < before.Length; i++)
        {
            if (numberBefore[i] != 0)
            {
                var place = Place(before[i]);
                (keys[place], numbers[place]) = (before[i], numberBefore[i]);
            }
        }
    }
}
