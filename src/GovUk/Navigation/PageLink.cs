namespace Trellis.GovUk;

/// <summary>One of the numbers of a pagination, or the gap between two of them.</summary>
public sealed record PageLink(string? Number, string? Href)
{
    public static PageLink Gap { get; } = new(null, null);

    public bool Current { get; init; }

    /// <summary>What is heard, by default "Page 3".</summary>
    public string? VisuallyHiddenText { get; init; }

    public IReadOnlyDictionary<string, object>? Attributes { get; init; }

    /// <summary>The first, the last, and the neighbours of the current page, with gaps where numbers are left out.</summary>
    public static List<PageLink> Around(int current, int count, Func<int, string> href)
    {
        var links = new List<PageLink>();
        var last = 0;
        for (var number = 1; number <= count; number++)
        {
            if (number != 1 && number != count && Math.Abs(number - current) > 1)
                continue;
            if (number > last + 1)
                links.Add(Gap);
            links.Add(new($"{number}", href(number)) { Current = number == current });
            last = number;
        }
        return links;
    }
}
