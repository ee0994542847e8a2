namespace Trellis.Kernel.Organisation;

/// <summary>A department of the council, known by its code in plans ("CS"). Its head approves what its officers say.</summary>
public sealed class Department : Thing
{
    public const int LongestCode = 20;
    public const int LongestName = 120;

    public string Code { get; internal set; } = "";
    public string Name { get; internal set; } = "";
    public string SortKey { get; internal set; } = "";
    public Guid? HeadOfficerId { get; internal set; }

    /// <summary>Names a department of which only the code is known yet.</summary>
    public void Call(string code) => (Code, Name, SortKey) = (code, code, Kernel.SortKey.Of(code));
}

/// <summary>
/// A post or person who owns work in a plan. A group ("All managers") is an officer too, with one accountable officer
/// behind it.
/// </summary>
public sealed class Officer : Thing
{
    public const int LongestName = 120;

    public string Name { get; internal set; } = "";
    public string SortKey { get; internal set; } = "";
    public Guid? DepartmentId { get; internal set; }
    public bool IsGroup { get; internal set; }

    /// <summary>Who answers for a group. A group without one is listed among what does not join.</summary>
    public Guid? AccountableOfficerId { get; internal set; }

    /// <summary>The day from which the officer owns nothing any more.</summary>
    public DateOnly? LeftOn { get; internal set; }

    /// <summary>Names an officer who so far is known from a document only.</summary>
    public void Call(string name, bool isGroup, Guid? departmentId) =>
        (Name, SortKey, IsGroup, DepartmentId) = (name, Kernel.SortKey.Of(name), isGroup, departmentId);
}

/// <summary>One officer acts for another between two dates, both counted.</summary>
public sealed class Delegation : Thing
{
    public Guid FromOfficerId { get; internal init; }
    public Guid ToOfficerId { get; internal init; }
    public DateOnly From { get; internal set; }
    public DateOnly Until { get; internal set; }
    public string Why { get; internal set; } = "";

    public bool CoversDay(DateOnly day) => !Withdrawn && From <= day && day <= Until;
}
