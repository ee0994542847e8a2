namespace Trellis.Plans.Import;

/// <summary>
/// What the pieces of a published paper are: a paper that carries these marks is read by them instead of by its words, so
/// that it comes back as the plan that it was made from, whatever the plan's own words are.
/// </summary>
public static class PaperMark
{
    /// <summary>How every mark of a plan begins.</summary>
    public const string Prefix = "plan-";

    /// <summary>The paper's title, where it is the plan's.</summary>
    public const string Title = "plan-title";

    /// <summary>The lines with the title, of which one is "Plan 2014/15".</summary>
    public const string Caption = "plan-caption";

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

    /// <summary>The objectives that answer a challenge, behind its text.</summary>
    public const string AnsweredBy = "plan-answered-by";

    /// <summary>The heading that sections stand under.</summary>
    public const string Group = "plan-group";

    /// <summary>The heading of a section within the group above it.</summary>
    public const string Section = "plan-section";

    /// <summary>The heading of a section that stands under no group.</summary>
    public const string LoneSection = "plan-section-alone";

    /// <summary>Who writes the section above it.</summary>
    public const string SectionOwner = "plan-section-owner";

    /// <summary>A section's text.</summary>
    public const string Text = "plan-text";

    /// <summary>A section's text that names an indicator.</summary>
    public const string TextIndicator = "plan-text-indicator";

    /// <summary>An indicator that a section is measured by, though its text does not name it.</summary>
    public const string SectionIndicator = "plan-section-indicator";

    /// <summary>A row of the table of risks: risk, type, level. The risk is the priority's.</summary>
    public const string Risk = "plan-risk";

    /// <summary>The same with a risk that is an objective's.</summary>
    public const string RiskOfObjective = "plan-risk-of-objective";

    /// <summary>The objective that such a risk threatens.</summary>
    public const string Threatened = "plan-threatened";

    /// <summary>One of the three states of progress, in their order.</summary>
    public const string State = "plan-state";

    /// <summary>A row of the table of actions: objective, action, milestone, deadline, department, officer, progress.</summary>
    public const string Action = "plan-action";

    /// <summary>The boards that a milestone goes to, where its words do not name just these.</summary>
    public const string Routes = "plan-routes";

    /// <summary>How a milestone stands, where that is not "Not started".</summary>
    public const string MilestoneState = "plan-milestone-state";

    public const string CompletedOn = "plan-completed-on";

    /// <summary>The deadline first promised, where a milestone has another now.</summary>
    public const string FirstDue = "plan-first-due";

    /// <summary>When a milestone's officer expects it, where that is not its deadline.</summary>
    public const string Forecast = "plan-forecast";

    /// <summary>Why the overall progress of an action is what it is.</summary>
    public const string Why = "plan-why";

    /// <summary>The heading over what the officer says of an action: the action's label, see <see cref="Labels"/>.</summary>
    public const string CommentaryOf = "plan-commentary-of";

    public const string Commentary = "plan-commentary";
    public const string CommentaryOn = "plan-commentary-on";

    /// <summary>Officers of whom the first is accountable.</summary>
    public const string Owners = "plan-owners";

    /// <summary>Officers who contribute while nobody is accountable.</summary>
    public const string Contributors = "plan-contributors";

    /// <summary>A row of the table of indicators: objective, indicator, department, officer, reviewed by.</summary>
    public const string Indicator = "plan-indicator";

    /// <summary>The same with the label of an action in place of an objective.</summary>
    public const string IndicatorOfAction = "plan-indicator-of-action";

    /// <summary>The council's words for its levels: the heads of the table of actions, the last of them for many.</summary>
    public const string ObjectiveWord = "plan-objective-word";
    public const string ActionWord = "plan-action-word";
    public const string MilestoneWord = "plan-milestone-word";

    private const string AgainSuffix = "-again";

    /// <summary>What stands between names and departments in one cell.</summary>
    public const string Between = " / ";

    /// <summary>The mark of an indicator or risk that stands elsewhere in the paper too, and is told there.</summary>
    public static string Again(string mark) => mark + AgainSuffix;

    internal static bool IsAgain(string? mark, out string once)
    {
        var isAgain = mark?.EndsWith(AgainSuffix, StringComparison.Ordinal) == true;
        once = isAgain ? mark![..^AgainSuffix.Length] : mark ?? "";
        return isAgain;
    }

    /// <summary>What a paper calls the actions of a priority outside of their table: the title, with a number behind the second and later of one title.</summary>
    public static IReadOnlyList<string> Labels(IEnumerable<string> titles)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. titles.Select(title => (seen[Words.Plain(title)] = seen.GetValueOrDefault(Words.Plain(title)) + 1) is > 1 and var count ? $"{title} ({count})" : title)];
    }

    /// <summary>The actions that were read of a priority, in the order of their table, each with its label.</summary>
    internal static IEnumerable<(string Label, ReadKeyAction Action)> Labelled(ReadPriority priority)
    {
        var actions = priority.Objectives.SelectMany(objective => objective.Actions).Concat(priority.Actions).ToList();
        return Labels(actions.Select(action => action.Title)).Zip(actions);
    }

    /// <summary>The boards that a milestone's words name.</summary>
    public static IReadOnlyList<string> RoutesIn(string title) => Import.Routes.In(title);

    /// <summary>The indicator that a line of text names: the line without the marks that end it.</summary>
    public static string IndicatorIn(string line) => NarrativeText.WithoutEnd(line);

    /// <summary>What stands for no board, where a milestone's words would name some.</summary>
    public const string NoBoard = "no board";
}
