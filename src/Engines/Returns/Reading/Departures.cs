namespace Trellis.Returns;

/// <summary>The departures of a return. Of one kind in one column each of the first is kept, and then only their number grows: a file in which every date stands the wrong way round is one finding, not a million.</summary>
internal sealed class Departures
{
    private const int EachKind = 100;

    private readonly List<Departure> _kept = [];
    private readonly Dictionary<Kind, int> _counts = [];

    /// <summary>In the order in which they were met; at the end, how many more there are of what is left out.</summary>
    public IReadOnlyList<Departure> All
    {
        get
        {
            var all = new List<Departure>(_kept);
            foreach (var (kind, count) in _counts)
            {
                if (count > EachKind)
                {
                    all.Add(new Departure(kind.File, 0, kind.Column, $"{count - EachKind:N0} more like this: {kind.What}"));
                }
            }

            return all;
        }
    }

    public void Add(string file, int line, string? column, string what)
    {
        var kind = new Kind(file, column, what);
        var count = _counts.GetValueOrDefault(kind) + 1;
        _counts[kind] = count;
        if (count <= EachKind)
        {
            _kept.Add(new Departure(file, line, column, what));
        }
    }

    /// <summary>Takes over what was met in a file that was read by itself.</summary>
    public void Take(Departures ofFile)
    {
        foreach (var one in ofFile._kept)
        {
            Add(one.File, one.Line, one.Column, one.What);
        }

        foreach (var (kind, count) in ofFile._counts)
        {
            _counts[kind] += Math.Max(0, count - EachKind);
        }
    }

    private sealed record Kind(string File, string? Column, string What);
}
