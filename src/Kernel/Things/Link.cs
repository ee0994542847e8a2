namespace Trellis.Kernel.Things;

/// <summary>Two things that belong together: an objective and its indicator, a milestone and the board that it goes to.</summary>
public sealed class Link : Thing
{
    public Guid FromId { get; internal init; }
    public string FromKind { get; internal init; } = "";

    /// <summary>What joins them, in the words of the one who draws it: "measured by", "reports to".</summary>
    public string Kind { get; internal init; } = "";

    public Guid ToId { get; internal init; }
    public string ToKind { get; internal init; } = "";

    /// <summary>When the first last went to the second, where that is what the link says.</summary>
    public DateOnly? LastOn { get; internal set; }
}

/// <summary>A note that somebody wrote on a thing, with the files that stand behind it.</summary>
public sealed class Note : Thing
{
    public const int LongestText = 4000;

    public Guid ThingId { get; init; }
    public string Text { get; init; } = "";
    public Guid? AccountId { get; init; }
    public DateTimeOffset At { get; init; }
}
