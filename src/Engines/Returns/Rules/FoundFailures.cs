namespace Trellis.Returns;

/// <summary>What one core found so far: rule, table and row of each failure in one number, so that putting a million in order is putting numbers in order.</summary>
internal sealed class FoundFailures
{
    private long[] _found = new long[256];
    private int _count;

    /// <summary>Where the rule that is being asked stands in the list of those that are run.</summary>
    public int Rule { get; set; }

    public ReadOnlySpan<long> All => _found.AsSpan(0, _count);

    public void Add(Row row) => Add(row.Table.Shape.Number + 1, row.Index);

    /// <summary>The return as a whole fails.</summary>
    public void AddReturn() => Add(0, 0);

    private void Add(int place, int row)
    {
        if (_count == _found.Length)
        {
            Array.Resize(ref _found, _count * 2);
        }

        _found[_count++] = ((long)Rule << 40) | ((long)place << 32) | (uint)row;
    }
}

/// <summary>A rule, a table and a row by their numbers; of the return as a whole the table is -1.</summary>
internal readonly record struct FoundFailure(int Rule, int Table, int Row)
{
    public static FoundFailure Of(long found) => new((int)(found >> 40), (int)(found >> 32 & 0xFF) - 1, (int)found);
}
