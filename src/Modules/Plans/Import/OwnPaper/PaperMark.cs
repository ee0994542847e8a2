namespace Trellis.Plans.Import;

/// <summary>
/// What the pieces of a published paper are: a paper that carries these marks is read by them instead of by its words, so
/// that it comes back as the plan that it was made from, whatever the plan's own words are.
/// </summary>
public static class PaperMark
{
    /// <summary>How every mark of a plan begins.</summary>
    public const string Prefix = "plan-";

    /// <summary>A heading "Priority 1: Title", whatever the plan calls its highest level.</summary>
    public const string NumberedPriority = "plan-priority-numbered";

    /// <summary>A heading that is a priority's title.</summary>
    public const string Priority = "plan-priority";

    public const string LeadMember = "plan-lead-member";
    public const string LeadOfficer = "plan-lead-officer";
    public const string Introduction = "plan-introduction";

    /// <summary>A heading "Challenges 2014/15".</summary>
    public const string Challenges = "plan-challenges";

    public const string Challenge = "plan-challenge";

    /// <summary>The heading that sections stand under.</summary>
    public const string Group = "plan-group";

    /// <summary>The heading of a section within the group above it.</summary>
    public const string Section = "plan-section";

    /// <summary>The heading of a section that stands under no group.</summary>
    public const string LoneSection = "plan-section-alone";

    /// <summary>A section's text.</summary>
    public const string Text = "plan-text";

    /// <summary>A section's text that names an indicator.</summary>
    public const string TextIndicator = "plan-text-indicator";

    /// <summary>An indicator that a section is measured by, though its text does not name it.</summary>
    public const string SectionIndicator = "plan-section-indicator";

    public const string Risk = "plan-risk";

    /// <summary>One of the three states of progress, in their order.</summary>
    public const string State = "plan-state";

    /// <summary>A row of the table of actions: objective, action, milestone, deadline, department, officer, progress.</summary>
    public const string Action = "plan-action";

    /// <summary>The boards that a milestone goes to, where its words do not name just these.</summary>
    public const string Routes = "plan-routes";

    /// <summary>Officers of whom the first is accountable.</summary>
    public const string Owners = "plan-owners";

    /// <summary>Officers who contribute while nobody is accountable.</summary>
    public const string Contributors = "plan-contributors";

    /// <summary>A row of the table of indicators: objective, indicator, department, officer, reviewed by.</summary>
    public const string Indicator = "plan-indicator";

    /// <summary>What stands between names and departments in one cell.</summary>
    public const string Between = " / ";

    /// <summary>The boards that a milestone's words name.</summary>
    public static IReadOnlyList<string> RoutesIn(string title) => Import.Routes.In(title);

    /// <summary>The indicator that a line of text names: the line without the marks that end it.</summary>
    public static string IndicatorIn(string line) => NarrativeText.WithoutEnd(line);

    /// <summary>What stands for no board, where a milestone's words would name some.</summary>
    public const string NoBoard = "no board";
}
