using Trellis.Governance.Members;
using Trellis.Governance.Scrutiny;
using Trellis.Plans;
using Trellis.Risks;

namespace Trellis.Web.Samples;

/// <summary>A quarter in the middle of its work, as its file has it; samples/README.md says what each part means.</summary>
internal sealed record QuarterFile(
    IReadOnlyList<SampleAgency> Agencies, IReadOnlyList<SampleBoard> Boards, IReadOnlyList<SampleScored> Risks, IReadOnlyList<SampleAnswered> Asks,
    SampleCycle Cycle, string Correction);

internal sealed record SampleAgency(string Key, string Name);

/// <param name="QuorumOf">Keys of the agencies of which a member must be there.</param>
internal sealed record SampleBoard(
    string Forum, int Quorum, IReadOnlyList<string>? QuorumOf, IReadOnlyList<SampleMember> Members, IReadOnlyList<SampleMeeting> Meetings, IReadOnlyList<SampleChallenge> Challenges);

internal sealed record SampleMember(string Name, MemberRole Role, string? Agency, string? Officer, bool Votes = true);

/// <param name="Day">In working days from today.</param>
/// <param name="Sent">Agenda and papers went out.</param>
/// <param name="Apologies">The members who did not come, of a meeting that took place; the others did.</param>
internal sealed record SampleMeeting(int Day, string Starts, string Place, bool Sent, IReadOnlyList<SampleAgendaItem> Items, IReadOnlyList<string>? Apologies);

internal sealed record SampleAgendaItem(
    string Title, string Asked, string? Presenter, SampleExempt? Exempt, IReadOnlyList<SamplePaper>? Papers, string? Minutes, IReadOnlyList<SampleDecision>? Decisions);

internal sealed record SampleExempt(int Paragraph, string PublicInterest);

internal sealed record SamplePaper(string Title, string Body, string? Author);

internal sealed record SampleDecision(string Text, string Owner, int Due);

/// <summary>Raised at the board's last meeting; open where it has no answer.</summary>
internal sealed record SampleChallenge(ScrutinyKind Kind, string Text, string RaisedBy, string Owner, string? Answer, ScrutinyVerdict? Verdict, string? Reason);

/// <param name="Inherent">Likelihood and impact.</param>
internal sealed record SampleScored(
    string Risk, IReadOnlyList<int> Inherent, IReadOnlyList<int> Current, IReadOnlyList<int> Target, int Reviewed, string Found, int NextReview,
    IReadOnlyList<SampleControl> Controls, SampleDecision? Action);

internal sealed record SampleControl(string Text, string Owner, Effectiveness Effectiveness);

/// <param name="About">The title of the key action.</param>
internal sealed record SampleAnswered(string About, string What, string Of, int Asked, string Answer);

/// <summary>All days in working days from today.</summary>
/// <param name="For">The forum whose next meeting it serves.</param>
internal sealed record SampleCycle(string For, int Opens, int Closes, int ApproveBy, int PublishOn, IReadOnlyList<SampleUpdate> Updates);

/// <param name="State">"draft", "submitted", "returned" or "approved".</param>
/// <param name="About">The title of the key action.</param>
internal sealed record SampleUpdate(string State, string About, Progress Progress, string Text, string? Why, string? ReturnedWhy);
