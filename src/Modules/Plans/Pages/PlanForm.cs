namespace Trellis.Plans.Pages;

public sealed class PlanForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public string? Year { get; set; }
    public string? PriorityWord { get; set; }
    public string? ObjectiveWord { get; set; }
    public string? ActionWord { get; set; }
    public string? MilestoneWord { get; set; }
    public string? OnTrackWords { get; set; }
    public string? ManagedWords { get; set; }
    public string? SupportWords { get; set; }

    public static PlanForm Of(Plan plan) => new()
    {
        Version = plan.Version, Title = plan.Title, Year = plan.Year, PriorityWord = plan.PriorityWord, ObjectiveWord = plan.ObjectiveWord,
        ActionWord = plan.ActionWord, MilestoneWord = plan.MilestoneWord, OnTrackWords = plan.OnTrackWords, ManagedWords = plan.ManagedWords, SupportWords = plan.SupportWords,
    };

    public PlanOptions Read() => new(
        Title ?? "", Year ?? "", PriorityWord ?? "", ObjectiveWord ?? "", ActionWord ?? "", MilestoneWord ?? "", OnTrackWords ?? "", ManagedWords ?? "", SupportWords ?? "");
}
