using Trellis.Kernel;

namespace Trellis.People.Sight;

public enum SealKind
{
    /// <summary>To all but those named it is as if the person were not there: in no list, count or suggestion.</summary>
    Restricted,

    /// <summary>Where the person lives shows to nobody but those named.</summary>
    ProtectedAddress,

    /// <summary>Two identities of one child, before and after an adoption: nothing ever shows the one beside the other.</summary>
    NeverTogether,
}

/// <summary>What keeps a person from being seen. Only those named know of it.</summary>
public sealed class Seal : Thing
{
    public const int LongestWhy = 500;

    public SealKind Kind { get; internal init; }
    public Guid PersonId { get; internal set; }

    /// <summary>The other identity.</summary>
    public Guid? OtherId { get; internal set; }

    /// <summary>Who sees through it.</summary>
    public List<Guid> ReaderIds { get; internal set; } = [];

    /// <summary>Encrypted: it tells of the person.</summary>
    public byte[] Why { get; internal init; } = [];

    public Guid SetBy { get; internal init; }
    public DateTimeOffset At { get; internal init; }
    public DateTimeOffset? LiftedAt { get; internal set; }

    /// <summary>Whether it keeps two identities from ever being together.</summary>
    public bool KeepsApart(Guid one, Guid other) => Kind == SealKind.NeverTogether && ((PersonId == one && OtherId == other) || (PersonId == other && OtherId == one));

    /// <summary>The same on somebody who was a part of the person; why it was set stands with the first.</summary>
    internal Seal For(Guid id, Guid person) => new() { Id = id, Kind = Kind, PersonId = person, ReaderIds = [.. ReaderIds], SetBy = SetBy, At = At };
}

/// <summary>That somebody works for an agency, and so sees what that agency holds.</summary>
public sealed class AgencyStaff : Thing
{
    public Guid AccountId { get; internal init; }
    public Guid AgencyId { get; internal set; }
}

/// <summary>That somebody has to do with a person: what agencies hold of the person opens to them for that time.</summary>
public sealed class Involvement : Thing
{
    public const int LongestWhy = 500;

    public Guid PersonId { get; internal set; }
    public Guid AccountId { get; internal init; }

    /// <summary>Who said so; the same as the account where somebody opened it for themselves.</summary>
    public Guid GivenBy { get; internal init; }

    public DateTimeOffset From { get; internal init; }
    public DateTimeOffset Until { get; internal set; }

    /// <summary>Encrypted: it tells of the person.</summary>
    public byte[] SealedWhy { get; internal init; } = [];

    /// <summary>The same in clear, once somebody opened it.</summary>
    public string Why { get; internal set; } = "";

    /// <summary>Nobody had said that they may: the managers were told.</summary>
    public bool IsBreakGlass => AccountId == GivenBy;
}
