using Trellis.Kernel;
using Trellis.People.Records;

namespace Trellis.People.Linking;

public enum LinkVerdict
{
    /// <summary>Both records are of one person.</summary>
    Same,

    /// <summary>They are of two, whatever they have in common.</summary>
    Never,
}

/// <summary>That two records are of one person, or are not: a decision, with who or what made it and why. It is never deleted, only undone.</summary>
public sealed class RecordLink : Thing
{
    public const int LongestWhy = 500;

    public Guid FirstId { get; internal init; }
    public Guid SecondId { get; internal init; }
    public LinkVerdict Verdict { get; internal init; }

    /// <summary>How likely they are of one person, by the model of that day, 0 to 1.</summary>
    public double Probability { get; internal init; }

    /// <summary>In what the two agree and differ, as <see cref="EvidenceLine"/>s without what stands in the records.</summary>
    public string Evidence { get; internal init; } = "[]";

    /// <summary>Null where the program joined them by its rules.</summary>
    public Guid? DecidedBy { get; internal init; }

    public DateTimeOffset At { get; internal init; }

    /// <summary>By which rule the program joined them; empty where a person decided.</summary>
    public string Rule { get; internal init; } = "";

    /// <summary>Why a person decided so, encrypted: it tells of people.</summary>
    public byte[]? SealedWhy { get; internal init; }

    /// <summary>The rule, or what the person wrote, once somebody opened it.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Records that are restricted or protected are joined and parted by two people: so long it changes nothing.</summary>
    public bool AwaitsAgreement { get; internal set; }

    /// <summary>The second of the two.</summary>
    public Guid? AgreedBy { get; internal set; }

    /// <summary>Who wants to take it back, where that takes two people and the second has not agreed yet.</summary>
    public Guid? UndoProposedBy { get; internal set; }

    public DateTimeOffset? UndoneAt { get; internal set; }
    public Guid? UndoneBy { get; internal set; }

    /// <summary>Encrypted too.</summary>
    public byte[]? SealedUndoneWhy { get; internal set; }

    public string UndoneWhy { get; private set; } = "";

    public bool IsAutomatic => DecidedBy is null;

    internal RecordLink Opened(ContentKeys keys)
    {
        (Why, UndoneWhy) = (IsAutomatic ? Rule : keys.OpenText(Id, SealedWhy), keys.OpenText(Id, SealedUndoneWhy));
        return this;
    }

    public bool Holds => UndoneAt is null && !AwaitsAgreement;
}

/// <summary>Two records that may be of one person, for somebody to decide.</summary>
public sealed class PossibleMatch : Thing
{
    public Guid FirstId { get; internal init; }
    public Guid SecondId { get; internal init; }

    /// <summary>0 to 1.</summary>
    public double Probability { get; internal set; }

    public MatchDoubt Doubt { get; internal set; }

    public DateTimeOffset At { get; internal init; }

    /// <summary>When it was decided, or ceased to be one.</summary>
    public DateTimeOffset? ClosedAt { get; internal set; }
}

/// <summary>Why the program did not join them by itself.</summary>
public enum MatchDoubt
{
    /// <summary>Likely, and not likely enough.</summary>
    Possible,

    /// <summary>Several persons are as likely.</summary>
    Many,

    /// <summary>Family and address speak as much for two people of one household: twins, or parent and child of one name.</summary>
    Household,

    /// <summary>One NHS number and two dates of birth or two names: one of the two was given another's.</summary>
    SharedNumber,

    /// <summary>Two NHS numbers.</summary>
    TwoNumbers,

    /// <summary>One of them is restricted or protected: that is for people to decide.</summary>
    Sealed,
}
