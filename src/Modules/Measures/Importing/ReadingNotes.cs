namespace Trellis.Measures.Importing;

/// <summary>What a reader has to say of a file, gathered while it reads.</summary>
internal sealed class ReadingNotes(string fileName)
{
    /// <summary>More would not be read by anybody: a file with a thousand faults has one cause.</summary>
    private const int MostFaults = 100;

    private readonly OrderedDictionary<(string? Column, string What), FileFault> faults = [];
    private readonly Dictionary<string, LeftOut> leftOut = new(StringComparer.Ordinal);

    public IReadOnlyList<FileFault> Faults => [.. faults.Values];

    public IReadOnlyList<LeftOut> LeftOut => [.. leftOut.Values];

    public bool IsFull => faults.Count >= MostFaults;

    public void Fault(string place, string? column, string what, string whatToDo)
    {
        if (faults.TryGetValue((column, what), out var same))
        {
            faults[(column, what)] = same with { Rows = same.Rows + 1 };
        }
        else if (!IsFull)
        {
            faults.Add((column, what), new FileFault(place.Length == 0 ? fileName : $"{fileName}, {place}", column, what, whatToDo));
        }
    }

    public void PassOver(string why, string place) =>
        leftOut[why] = leftOut.TryGetValue(why, out var known) ? known with { Count = known.Count + 1 } : new LeftOut(why, 1, place);

    /// <summary>The columns by their names; a fault for each that is not there.</summary>
    public int[] Find(Tables.ColumnTable table, params ReadOnlySpan<string> names)
    {
        var found = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            found[i] = table.Find(names[i]);
            if (found[i] < 0)
            {
                Fault("", names[i], "There is no such column", "Check that this is the right file, and that its first line names the columns");
            }
        }

        return found;
    }
}
