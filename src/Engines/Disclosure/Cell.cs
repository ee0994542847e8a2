namespace Trellis.Disclosure;

/// <summary>One count of a table.</summary>
/// <param name="Count">Null where nobody who publishes knows it; where the others give it away it is found from them.</param>
public sealed record Cell(long? Count)
{
    /// <summary>What is lost when it is hidden, 0 or more: the cheapest are hidden first. A total is dearer than its parts.</summary>
    public double Cost { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Cost), value, "A cost is 0 or more."); } = 1;

    /// <summary>Everybody has it already: it cannot be hidden any more, small or not.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Hidden in any case, as one that was hidden in an earlier edition.</summary>
    public bool StaysHidden { get; init; }

    /// <summary>
    /// In no table: a number that readers can work out, such as the rest between a count and what it is counted of. It is protected only where it is small, and
    /// hiding it takes nothing from anybody.
    /// </summary>
    public bool IsImplied { get; init; }

    /// <summary>Whether it must be protected; null leaves that to the options, which say how small is small.</summary>
    public bool? IsSensitive { get; init; }
}
