using Trellis.Kernel;

namespace Trellis.People.Records;

public enum RelationshipKind
{
    /// <summary>The other is a parent of the person.</summary>
    Parent,
    Sibling,
    Partner,

    /// <summary>The other looks after the person without being a parent.</summary>
    Carer,

    /// <summary>They live together; nothing more is said.</summary>
    Household,
}

/// <summary>What one person is to another, from when until when, as somebody said.</summary>
public sealed class Relationship : Thing
{
    public Guid PersonId { get; internal set; }
    public Guid OtherId { get; internal set; }
    public RelationshipKind Kind { get; internal init; }

    /// <summary>They live in one home.</summary>
    public bool LiveTogether { get; internal set; }

    public DateOnly? From { get; internal init; }
    public DateOnly? Until { get; internal set; }
    public Guid SaidBy { get; internal init; }
    public DateTimeOffset At { get; internal init; }
}
