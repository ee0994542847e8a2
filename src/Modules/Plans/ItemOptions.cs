using Trellis.Kernel;
using Trellis.Plans.Reporting;

namespace Trellis.Plans;

/// <summary>What a person says of one item of a plan; one record for each kind.</summary>
public abstract record ItemOptions(string Title)
{
    internal abstract PlanItem Make(Guid id, Guid planId, string reference);

    internal virtual List<FieldError> Check() => Title.Trim() switch
    {
        "" => [new("Title", "Enter what it says")],
        { Length: > PlanItem.LongestTitle } => [new("Title", $"Use {PlanItem.LongestTitle:N0} characters or fewer")],
        _ => [],
    };

    internal virtual void Fill(PlanItem item) => item.Title = Title.Trim();

    /// <summary>Every field that the form has, as it stands saved and as this says: what is not shown would be overwritten unseen.</summary>
    internal virtual IEnumerable<ConflictField> Compare(PlanItem saved, Names names) => [new("Text", saved.Title, Title)];

    private protected static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed record PriorityOptions(string Title, string? Number, string? LeadMember, Guid? LeadOfficerId, string? Introduction) : ItemOptions(Title)
{
    internal override PlanItem Make(Guid id, Guid planId, string reference) => new Priority { Id = id, PlanId = planId, Reference = reference };

    internal override List<FieldError> Check()
    {
        var errors = base.Check();
        if (Introduction?.Length > PlanItem.LongestText)
        {
            errors.Add(new("Introduction", $"Use {PlanItem.LongestText:N0} characters or fewer"));
        }

        return errors;
    }

    internal override void Fill(PlanItem item)
    {
        base.Fill(item);
        var priority = (Priority)item;
        priority.Number = OrNull(Number);
        priority.LeadMember = OrNull(LeadMember);
        priority.LeadOfficerId = LeadOfficerId;
        priority.Introduction = OrNull(Introduction);
    }

    internal override IEnumerable<ConflictField> Compare(PlanItem saved, Names names)
    {
        var priority = (Priority)saved;
        return
        [
            .. base.Compare(saved, names),
            new("Number", priority.Number ?? "", Number ?? ""),
            new("Lead member", priority.LeadMember ?? "", LeadMember ?? ""),
            new("Lead officer", names.Officer(priority.LeadOfficerId) ?? "", names.Officer(LeadOfficerId) ?? ""),
            new("Introduction", priority.Introduction ?? "", Introduction ?? ""),
        ];
    }
}

public sealed record ObjectiveOptions(string Title) : ItemOptions(Title)
{
    internal override PlanItem Make(Guid id, Guid planId, string reference) => new Objective { Id = id, PlanId = planId, Reference = reference };
}

/// <param name="DepartmentIds">The first-named approves; the others are told.</param>
public sealed record ActionOptions(
    string Title, Guid? AccountableOfficerId, IReadOnlyList<Guid> ContributorIds, IReadOnlyList<Guid> DepartmentIds, Guid? DeliversPlanId) : ItemOptions(Title)
{
    internal override PlanItem Make(Guid id, Guid planId, string reference) => new KeyAction { Id = id, PlanId = planId, Reference = reference };

    internal override void Fill(PlanItem item)
    {
        base.Fill(item);
        var action = (KeyAction)item;
        action.AccountableOfficerId = AccountableOfficerId;
        action.ContributorIds = [.. ContributorIds.Where(c => c != AccountableOfficerId).Distinct()];
        action.DepartmentId = DepartmentIds.Count > 0 ? DepartmentIds[0] : null;
        action.OtherDepartmentIds = [.. DepartmentIds.Skip(1).Distinct()];
        action.DeliversPlanId = DeliversPlanId;
    }

    internal override IEnumerable<ConflictField> Compare(PlanItem saved, Names names)
    {
        var action = (KeyAction)saved;
        var yours = (KeyAction)Make(saved.Id, saved.PlanId, saved.Reference);
        Fill(yours);
        return
        [
            .. base.Compare(saved, names),
            new("Accountable, then who contributes", names.Owners(action), names.Owners(yours)),
            new("Departments", names.Departments(action), names.Departments(yours)),
            new("Delivers the plan", names.Plan(action.DeliversPlanId) ?? "", names.Plan(DeliversPlanId) ?? ""),
        ];
    }
}

public sealed record MilestoneOptions(string Title, Due Due) : ItemOptions(Title)
{
    internal override PlanItem Make(Guid id, Guid planId, string reference)
    {
        var milestone = new Milestone { Id = id, PlanId = planId, Reference = reference, OriginalDue = Due };
        milestone.MoveTo(Due);
        return milestone;
    }
}

public sealed record ChallengeOptions(string Title, string Year) : ItemOptions(Title)
{
    internal override PlanItem Make(Guid id, Guid planId, string reference) => new Challenge { Id = id, PlanId = planId, Reference = reference };

    internal override List<FieldError> Check()
    {
        var errors = base.Check();
        if (Year.Trim().Length is 0 or > 20)
        {
            errors.Add(new("Year", "Enter the plan year, for example 2026/27"));
        }

        return errors;
    }

    internal override void Fill(PlanItem item)
    {
        base.Fill(item);
        ((Challenge)item).Year = Year.Trim();
    }

    internal override IEnumerable<ConflictField> Compare(PlanItem saved, Names names) =>
        [.. base.Compare(saved, names), new("Plan year", ((Challenge)saved).Year, Year)];
}

/// <param name="OwnerOfficerId">Who writes it, and is asked for it in each reporting cycle.</param>
public sealed record SectionOptions(string Title, string Body, Guid? OwnerOfficerId = null) : ItemOptions(Title)
{
    internal override PlanItem Make(Guid id, Guid planId, string reference) => new Section { Id = id, PlanId = planId, Reference = reference };

    internal override List<FieldError> Check()
    {
        var errors = base.Check();
        if (Body.Length > PlanItem.LongestText)
        {
            errors.Add(new("Body", $"Use {PlanItem.LongestText:N0} characters or fewer"));
        }

        return errors;
    }

    internal override void Fill(PlanItem item)
    {
        base.Fill(item);
        var section = (Section)item;
        section.Body = Body.Trim();
        section.OwnerOfficerId = OwnerOfficerId;
    }

    internal override IEnumerable<ConflictField> Compare(PlanItem saved, Names names) => 
    [
        .. base.Compare(saved, names),
        new("Words", ((Section)saved).Body, Body),
        new("Written by", names.Officer(((Section)saved).OwnerOfficerId) ?? "", names.Officer(OwnerOfficerId) ?? ""),
    ];
}
