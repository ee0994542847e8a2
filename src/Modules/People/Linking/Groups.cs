namespace Trellis.People.Linking;

/// <summary>Things that belong together by way of each other, whatever they are.</summary>
internal sealed class Groups
{
    private readonly Dictionary<Guid, Guid> above = [];

    /// <summary>Which group it is in, named after one of them; itself where it was joined with nothing.</summary>
    public Guid Of(Guid one)
    {
        while (above.TryGetValue(one, out var next))
        {
            one = next;
        }

        return one;
    }

    public void Join(Guid a, Guid b)
    {
        var (first, second) = (Of(a), Of(b));
        if (first != second)
        {
            // The older names the group: ids sort as they were made.
            var (older, younger) = first.CompareTo(second) < 0 ? (first, second) : (second, first);
            above[younger] = older;
        }
    }
}
