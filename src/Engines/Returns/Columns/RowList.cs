namespace Trellis.Returns;

/// <summary>The rows of one child in one table, in order of time where the table has one.</summary>
public readonly struct RowList<T>
    where T : struct, IRow<T>
{
    private readonly RowTable? _table;
    private readonly int _start;
    private readonly int _end;
    private readonly FoundFailures _failures;

    internal RowList(RowTable? table, int start, int end, FoundFailures failures)
    {
        _table = table;
        _start = start;
        _end = end;
        _failures = failures;
    }

    /// <summary>How many there are.</summary>
    public int Count => _end - _start;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _end == _start;

    /// <summary>The first in time, or nothing.</summary>
    public T? First => IsEmpty ? null : this[0];

    /// <summary>The last in time, or nothing.</summary>
    public T? Last => IsEmpty ? null : this[Count - 1];

    /// <summary>The row at a place, from 0.</summary>
    public T this[int place] => T.Of(new Row(_table!, _table!.RowAt(_start + place)));

    /// <summary>One after the other.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Every row of which it is true fails the rule.</summary>
    public void FailWhere(Func<T, bool> fails)
    {
        for (var i = 0; i < Count; i++)
        {
            var row = this[i];
            if (fails(row))
            {
                _failures.Add(row.Row);
            }
        }
    }

    /// <summary>Every row fails the rule.</summary>
    public void FailAll()
    {
        foreach (var row in this)
        {
            _failures.Add(row.Row);
        }
    }

    /// <summary>As <see cref="FailWhere(Func{T, bool})"/>, for what a rule compares rows with: given by hand, it costs no closure.</summary>
    public void FailWhere<TWith>(TWith with, Func<T, TWith, bool> fails)
    {
        foreach (var row in this)
        {
            if (fails(row, with))
            {
                _failures.Add(row.Row);
            }
        }
    }

    /// <summary>Every row fails the rule of which it is true with any row of another table.</summary>
    public void FailWhereAny<TOther>(RowList<TOther> others, Func<T, TOther, bool> fails)
        where TOther : struct, IRow<TOther>
    {
        foreach (var row in this)
        {
            foreach (var other in others)
            {
                if (fails(row, other))
                {
                    _failures.Add(row.Row);
                    break;
                }
            }
        }
    }

    /// <summary>Whether it is true of any with what it is compared with.</summary>
    public bool Any<TWith>(TWith with, Func<T, TWith, bool> holds)
    {
        foreach (var row in this)
        {
            if (holds(row, with))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is true of any.</summary>
    public bool Any(Func<T, bool> holds)
    {
        foreach (var row in this)
        {
            if (holds(row))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is true of every one; also when there is none.</summary>
    public bool All(Func<T, bool> holds) => !Any(row => !holds(row));

    /// <summary>The first in time of which it is true, or nothing.</summary>
    public T? FirstWhere(Func<T, bool> holds)
    {
        foreach (var row in this)
        {
            if (holds(row))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>The last in time of which it is true, or nothing.</summary>
    public T? LastWhere(Func<T, bool> holds)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (holds(this[i]))
            {
                return this[i];
            }
        }

        return null;
    }

    /// <summary>Each row with the next in time: the first of the two fails where it is true.</summary>
    public void FailWhereNext(Func<T, T, bool> fails)
    {
        for (var i = 0; i + 1 < Count; i++)
        {
            if (fails(this[i], this[i + 1]))
            {
                _failures.Add(this[i].Row);
            }
        }
    }

    /// <summary>Each row with the one before it in time: the later of the two fails where it is true.</summary>
    public void FailWherePrevious(Func<T, T, bool> fails)
    {
        for (var i = 1; i < Count; i++)
        {
            if (fails(this[i], this[i - 1]))
            {
                _failures.Add(this[i].Row);
            }
        }
    }

    /// <summary>Walks the rows.</summary>
    public struct Enumerator(RowList<T> rows)
    {
        private int _at = -1;

        /// <summary>The row it stands at.</summary>
        public readonly T Current => rows[_at];

        /// <summary>Goes on; false at the end.</summary>
        public bool MoveNext() => ++_at < rows.Count;
    }
}
