namespace Trellis.Returns;

/// <summary>The departures of a return. Of one kind in one column each of the first is kept, and then only their number grows: a file in which every date stands the wrong way round is one finding, not a million.</summary>
internal sealed class Departures
{
    private const int EachKind = 100;

    private readonly List<Departure> _kept = [];
    private readonly Dictionary<(string File, string? Column, string What), int> _counts = [];

    /// <summary>In the order in which they were met; at the end, how many more there are of what is left out.</summary>
    public IReadOnlyList<Departure> All =>
    [
        .. _kept,
        .. _counts.Where(c => c.Value > EachKind).Select(c => new Departure(c.Key.File, 0, c.Key.Column, $"{c.Value - EachKind:N0} more like this: {c.Key.What}")),
    ];

    public void Add(string file, int line, string? column, string what)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, (file, column, what), out _);
        if (++count <= EachKind)
        {
            _kept.Add(new Departure(file, line, column, what));
        }
    }
}
