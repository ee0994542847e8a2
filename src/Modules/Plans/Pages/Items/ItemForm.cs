using Trellis.GovUk;
using Trellis.Plans.Pages;

namespace Trellis.Plans.Pages.Items;

/// <summary>The one form by which an item of any kind is added or changed; each kind uses its own part.</summary>
public sealed class ItemForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public string? Number { get; set; }
    public string? LeadMember { get; set; }
    public string? LeadOfficerId { get; set; }
    public string? Introduction { get; set; }
    public string? AccountableOfficerId { get; set; }
    public List<string>? ContributorIds { get; set; }
    public string? DepartmentId { get; set; }
    public List<string>? OtherDepartmentIds { get; set; }
    public string? DeliversPlanId { get; set; }
    public string? Year { get; set; }
    public string? Body { get; set; }
    public DueForm Due { get; set; } = new();

    public static ItemForm Of(PlanItem item) => item switch
    {
        Priority p => new() { Version = p.Version, Title = p.Title, Number = p.Number, LeadMember = p.LeadMember, LeadOfficerId = $"{p.LeadOfficerId}", Introduction = p.Introduction },
        KeyAction a => new()
        {
            Version = a.Version, Title = a.Title, AccountableOfficerId = $"{a.AccountableOfficerId}", ContributorIds = [.. a.ContributorIds.Select(c => $"{c}")],
            DepartmentId = $"{a.DepartmentId}", OtherDepartmentIds = [.. a.OtherDepartmentIds.Select(d => $"{d}")], DeliversPlanId = $"{a.DeliversPlanId}",
        },
        Challenge c => new() { Version = c.Version, Title = c.Title, Year = c.Year },
        Section s => new() { Version = s.Version, Title = s.Title, Body = s.Body, LeadOfficerId = $"{s.OwnerOfficerId}" },
        _ => new() { Version = item.Version, Title = item.Title },
    };

    /// <summary>What the form says of the kind; null after noting what could not be read.</summary>
    /// <param name="isNew">A new milestone says when it is due; afterwards the date has its own page, which asks why it moves.</param>
    public ItemOptions? Read(ItemKind kind, bool isNew, FormErrors errors)
    {
        var title = Title ?? "";
        if (kind == ItemKind.Priority)
        {
            return new PriorityOptions(title, Number, LeadMember, Id(LeadOfficerId), Introduction);
        }

        if (kind == ItemKind.Action)
        {
            var departments = Ids(OtherDepartmentIds).Where(d => d != Id(DepartmentId));
            return new ActionOptions(
                title, Id(AccountableOfficerId), [.. Ids(ContributorIds)], Id(DepartmentId) is { } first ? [first, .. departments] : [], Id(DeliversPlanId));
        }

        if (kind == ItemKind.Milestone)
        {
            return !isNew ? new MilestoneOptions(title, default) : Due.Read("Form.Due", errors) is { } due ? new MilestoneOptions(title, due) : null;
        }

        return kind == ItemKind.Challenge ? new ChallengeOptions(title, Year ?? "")
            : kind == ItemKind.Section ? new SectionOptions(title, Body ?? "", Id(LeadOfficerId))
            : new ObjectiveOptions(title);
    }

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static IEnumerable<Guid> Ids(List<string>? texts) => texts?.Select(Id).OfType<Guid>() ?? [];
}
