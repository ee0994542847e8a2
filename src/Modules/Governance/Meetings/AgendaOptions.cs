using Trellis.Kernel;

namespace Trellis.Governance.Meetings;

/// <summary>An agenda item as its form says it.</summary>
/// <param name="IsLate">Agenda and papers went out before this item: the chair's reason is needed.</param>
public sealed record AgendaItemOptions(string Title, string? Asked, Guid? PresenterOfficerId, bool IsKeyDecision, Keeping Keeping, bool IsLate, string? LateReason)
    : ThingOptions<AgendaItem>
{
    public static AgendaItemOptions Of(AgendaItem i) => new(i.Title, i.Asked, i.PresenterOfficerId, i.IsKeyDecision, Keeping.Of(i), i.LateReason is not null, i.LateReason);

    public override List<FieldError> Check()
    {
        var checks = new FieldChecks().Needed("Title", Title, AgendaItem.LongestTitle, "Enter what the item is about").Longest("Asked", Asked, AgendaItem.LongestReason);
        Keeping.Check(checks);
        return (IsLate ? checks.Needed("LateReason", LateReason, AgendaItem.LongestReason, "Say why the chair takes this item after the papers went out") : checks).Errors;
    }

    internal override IEnumerable<Chosen> Choices => [new("PresenterOfficerId", PresenterOfficerId, ChosenFrom.Officers)];

    internal override void Fill(AgendaItem item)
    {
        (item.Title, item.Asked, item.PresenterOfficerId, item.IsKeyDecision) = (Title.Trim(), FieldChecks.OrNull(Asked), PresenterOfficerId, IsKeyDecision);
        (item.Openness, item.ExemptParagraph, item.PublicInterest) = Keeping.Stored;
        item.LateReason = IsLate ? LateReason!.Trim() : null;
    }

    internal override ThingOptions<AgendaItem> SavedIn(AgendaItem item) => Of(item);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) =>
    [
        ("Item", Title),
        ("What is asked", Asked ?? ""),
        ("Presented by", names.Of(PresenterOfficerId)),
        ("Key decision", IsKeyDecision ? "Yes" : "No"),
        .. Keeping.Said,
        ("Why it is late", LateReason ?? ""),
    ];
}

public sealed record MinutesOptions(string? Minutes) : ThingOptions<AgendaItem>
{
    public override List<FieldError> Check() => new FieldChecks().Longest("Minutes", Minutes, AgendaItem.LongestText).Errors;

    internal override void Fill(AgendaItem item) => item.Minutes = FieldChecks.OrNull(Minutes);

    internal override ThingOptions<AgendaItem> SavedIn(AgendaItem item) => new MinutesOptions(item.Minutes);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) => [("Minutes", Minutes ?? "")];
}

/// <summary>A paper as its form says it.</summary>
/// <param name="ItemIs">How open its item is: the paper is never more open.</param>
public sealed record PaperOptions(string Title, string Body, Guid? AuthorOfficerId, Keeping Keeping, Openness ItemIs) : ThingOptions<Paper>
{
    public override List<FieldError> Check()
    {
        var checks = new FieldChecks().Needed("Title", Title, AgendaItem.LongestTitle, "Enter the title of the paper").Needed("Body", Body, Paper.LongestText, "Write the paper")
            .Must(Keeping.Openness >= ItemIs, "Openness", "A paper cannot be more open than its item");
        Keeping.Check(checks);
        return checks.Errors;
    }

    internal override IEnumerable<Chosen> Choices => [new("AuthorOfficerId", AuthorOfficerId, ChosenFrom.Officers)];

    internal override void Fill(Paper paper)
    {
        (paper.Title, paper.Body, paper.AuthorOfficerId) = (Title.Trim(), Body.Trim(), AuthorOfficerId);
        (paper.Openness, paper.ExemptParagraph, paper.PublicInterest) = Keeping.Stored;
    }

    internal override ThingOptions<Paper> SavedIn(Paper paper) => new PaperOptions(paper.Title, paper.Body, paper.AuthorOfficerId, Keeping.Of(paper), ItemIs);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) =>
        [("Title", Title), ("Text", Body), ("Author", names.Of(AuthorOfficerId)), .. Keeping.Said];
}

public sealed record DecisionOptions(string Text, Guid? OwnerOfficerId, DateOnly? DueOn) : ThingOptions<Decision>
{
    public static DecisionOptions Of(Decision decision) => new(decision.Text, decision.OwnerOfficerId, decision.DueOn);

    public override List<FieldError> Check() => new FieldChecks().Needed("Text", Text, AgendaItem.LongestText, "Enter what was decided").Errors;

    internal override IEnumerable<Chosen> Choices => [new("OwnerOfficerId", OwnerOfficerId, ChosenFrom.Officers)];

    internal override void Fill(Decision decision) => (decision.Text, decision.OwnerOfficerId, decision.DueOn) = (Text.Trim(), OwnerOfficerId, DueOn);

    internal override ThingOptions<Decision> SavedIn(Decision decision) => Of(decision);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) =>
        [("Decision", Text), ("Who carries it out", names.Of(OwnerOfficerId)), ("Due", $"{DueOn:d MMMM yyyy}")];
}
