using Trellis.Governance.Meetings;
using Trellis.Kernel;

namespace Trellis.Governance.Scrutiny;

/// <summary>A challenge as its form says it.</summary>
public sealed record ScrutinyOptions(ScrutinyKind Kind, string Text, string RaisedBy, DateOnly RaisedOn, Guid? OwnerOfficerId, DateOnly DueOn, Keeping Keeping)
    : ThingOptions<ScrutinyChallenge>
{
    public static ScrutinyOptions Of(ScrutinyChallenge c) => new(c.Kind, c.Text, c.RaisedBy, c.RaisedOn, c.OwnerOfficerId, c.DueOn, Keeping.Of(c));

    public override List<FieldError> Check()
    {
        var checks = new FieldChecks().Needed("Text", Text, ScrutinyChallenge.LongestText, "Enter what is challenged or recommended")
            .Needed("RaisedBy", RaisedBy, ScrutinyChallenge.LongestRaisedBy, "Enter who raised it, for example the panel")
            .Must(DueOn >= RaisedOn, "DueOn.Day", "The answer cannot be due before it was raised");
        Keeping.Check(checks);
        return checks.Errors;
    }

    internal override IEnumerable<Chosen> Choices => [new("OwnerOfficerId", OwnerOfficerId, ChosenFrom.Officers)];

    internal override void Fill(ScrutinyChallenge challenge)
    {
        (challenge.Kind, challenge.Text, challenge.RaisedBy, challenge.RaisedOn) = (Kind, Text.Trim(), RaisedBy.Trim(), RaisedOn);
        (challenge.OwnerOfficerId, challenge.DueOn) = (OwnerOfficerId, DueOn);
        (challenge.Openness, challenge.ExemptParagraph, challenge.PublicInterest) = Keeping.Stored;
    }

    internal override ThingOptions<ScrutinyChallenge> SavedIn(ScrutinyChallenge challenge) => Of(challenge);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) =>
    [
        ("Kind", ScrutinyWords.Of(Kind)),
        ("Text", Text),
        ("Raised by", RaisedBy),
        ("Raised on", $"{RaisedOn:d MMMM yyyy}"),
        ("Who answers", names.Of(OwnerOfficerId)),
        ("Answer due on", $"{DueOn:d MMMM yyyy}"),
        .. Keeping.Said,
    ];
}

/// <summary>The answer to a challenge.</summary>
public sealed record AnswerOptions(string Answer, ScrutinyVerdict Verdict, string? VerdictReason, DateOnly On) : ThingOptions<ScrutinyChallenge>
{
    public override List<FieldError> Check()
    {
        var checks = new FieldChecks().Must(Verdict != ScrutinyVerdict.NotAnswered, "Verdict", "Choose whether it is accepted")
            .Needed("Answer", Answer, ScrutinyChallenge.LongestText, "Enter the answer");
        return (NeedsReason ? checks.Needed("VerdictReason", VerdictReason, ScrutinyChallenge.LongestText, "Say why it is not accepted as a whole") : checks).Errors;
    }

    internal override void Fill(ScrutinyChallenge challenge)
    {
        (challenge.Answer, challenge.Verdict, challenge.AnsweredOn) = (Answer.Trim(), Verdict, On);
        challenge.VerdictReason = NeedsReason ? VerdictReason!.Trim() : null;
        challenge.ReturnReason = null;
    }

    internal override ThingOptions<ScrutinyChallenge> SavedIn(ScrutinyChallenge c) => new AnswerOptions(c.Answer ?? "", c.Verdict, c.VerdictReason, On);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) =>
        [("Answer", Answer), ("Accepted", ScrutinyWords.Of(Verdict)), ("Why", VerdictReason ?? "")];

    private bool NeedsReason => Verdict is ScrutinyVerdict.InPart or ScrutinyVerdict.Rejected;
}
