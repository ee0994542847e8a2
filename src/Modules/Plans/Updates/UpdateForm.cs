namespace Trellis.Plans.Updates;

/// <summary>An update as it is typed, on the page or in the workbook: all text, understood only when it is sent.</summary>
public sealed class UpdateForm
{
    public string? Progress { get; set; }
    public bool NoChange { get; set; }
    public string? Text { get; set; }
    public string? Why { get; set; }
    public string? LateWhy { get; set; }
    public string? AskWhat { get; set; }

    /// <summary>The name of the board or person who is asked.</summary>
    public string? AskOf { get; set; }

    /// <summary>By the milestone's reference.</summary>
    public Dictionary<string, MilestoneForm> Milestones { get; set; } = [];

    /// <summary>Whether anything of the update itself was typed: a line left alone is not sent.</summary>
    public bool IsEmpty => !NoChange && string.IsNullOrWhiteSpace(Progress) && string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Why)
        && string.IsNullOrWhiteSpace(LateWhy) && string.IsNullOrWhiteSpace(AskWhat) && string.IsNullOrWhiteSpace(AskOf) && Milestones.Count == 0;
}

/// <summary>What is typed of one milestone; a state left empty is as it was.</summary>
public sealed class MilestoneForm
{
    public string? State { get; set; }

    /// <summary>The day on which it was completed, or when it is now expected.</summary>
    public string? When { get; set; }
}
