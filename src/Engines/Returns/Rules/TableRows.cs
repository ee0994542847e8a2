namespace Trellis.Returns;

/// <summary>Rows of one table as they stand in its file, whoever's they are.</summary>
public readonly struct TableRows<T>
    where T : struct, IRow<T>
{
    private readonly RowTable? _table;
    private readonly int _start;
    private readonly int _end;
    private readonly FoundFailures _found;

    internal TableRows(RowTable? table, int start, int end, FoundFailures found)
    {
        _table = table;
        _start = start;
        _end = end;
        _found = found;
    }

    /// <summary>Every row of which it is true fails the rule.</summary>
    public void FailWhere(Func<T, bool> fails)
    {
        for (var row = _start; row < _end; row++)
        {
            var one = new Row(_table!, row);
            if (fails(T.Of(one)))
            {
                _found.Add(one);
            }
        }
    }

    /// <summary>As <see cref="FailWhere(Func{T, bool})"/>, for what a rule compares rows with: given by hand, it costs no closure.</summary>
    public void FailWhere<TWith>(TWith with, Func<T, TWith, bool> fails)
    {
        for (var row = _start; row < _end; row++)
        {
            var one = new Row(_table!, row);
            if (fails(T.Of(one), with))
            {
                _found.Add(one);
            }
        }
    }

    /// <summary>Every row whose text another row has too fails the rule. Rows without text, and those of which the condition is not true, are left out.</summary>
    public void FailRepeated(Func<T, Code> text, Func<T, bool>? where = null)
    {
        var first = new Dictionary<int, int>(_end - _start);
        for (var row = _start; row < _end; row++)
        {
            var one = T.Of(new Row(_table!, row));
            if (!text(one).IsGiven || where?.Invoke(one) == false)
            {
                continue;
            }

            if (!first.TryAdd(text(one).Id, row))
            {
                _found.Add(new Row(_table!, first[text(one).Id]));
                _found.Add(one.Row);
            }
        }
    }

    /// <summary>How many there are.</summary>
    public int Count() => _end - _start;

    /// <summary>Of how many it is true.</summary>
    public int Count(Func<T, bool> holds)
    {
        var count = 0;
        foreach (var row in this)
        {
            count += holds(row) ? 1 : 0;
        }

        return count;
    }

    /// <summary>How many different texts there are in the rows of which the condition is true; no text is one of them.</summary>
    public int CountDifferent(Func<T, Code> text, Func<T, bool>? where = null)
    {
        var seen = new HashSet<int>();
        foreach (var row in this)
        {
            if (where?.Invoke(row) != false)
            {
                seen.Add(text(row).Id);
            }
        }

        return seen.Count;
    }

    /// <summary>One after the other.</summary>
    public Enumerator GetEnumerator() => new(_table, _start, _end);

    /// <summary>Walks the rows.</summary>
    public struct Enumerator
    {
        private readonly RowTable? _table;
        private readonly int _end;
        private int _row;

        internal Enumerator(RowTable? table, int start, int end)
        {
            _table = table;
            _row = start - 1;
            _end = end;
        }

        /// <summary>The row it stands at.</summary>
        public readonly T Current => T.Of(new Row(_table!, _row));

        /// <summary>Goes on; false at the end.</summary>
        public bool MoveNext() => ++_row < _end;
    }
}
