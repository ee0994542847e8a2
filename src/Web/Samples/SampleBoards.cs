using System.Globalization;
using Trellis.Governance;
using Trellis.Governance.Meetings;
using Trellis.Governance.Members;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Web.Samples;

/// <summary>What boards do in a quarter: who sits on them, a meeting behind and a meeting ahead of them, and what they challenge.</summary>
public sealed class SampleBoards(
    AppDbContext db, AgencyService agencies, ForumService forums, MemberService members, MeetingService meetings, AgendaService agendas, DecisionService decisions,
    ChallengeService challenges)
{
    private readonly Dictionary<string, Guid> agencyIds = new(StringComparer.Ordinal);

    internal async Task LoadAsync(QuarterFile quarter, SampleKeys keys, Process process, CancellationToken ct)
    {
        foreach (var agency in quarter.Agencies)
        {
            agencyIds[agency.Key] = SampleLoader.Made(await agencies.SaveAsync(null, 0, agency.Name, process, ct)).Id;
        }

        foreach (var board in quarter.Boards)
        {
            var forum = (await forums.FindAsync(board.Forum, ct))!;
            var rules = ForumRules.Of(forum) with { IsPublic = true, Quorum = board.Quorum, QuorumAgencyIds = [.. (board.QuorumOf ?? []).Select(a => agencyIds[a])] };
            forum = SampleLoader.Made(await forums.ChangeRulesAsync(forum.Address, forum.Version, rules, process, ct));
            var sitting = await SeatAsync(board, forum, keys, process, ct);
            Meeting? last = null;
            foreach (var sample in board.Meetings)
            {
                var meeting = await MeetAsync(sample, forum, sitting, keys, process, ct);
                last ??= meeting;
            }

            await ChallengeAsync(board, forum, last!, keys, process, ct);
        }
    }

    private async Task<List<ForumMember>> SeatAsync(SampleBoard board, Forum forum, SampleKeys keys, Process process, CancellationToken ct)
    {
        var seated = new List<ForumMember>();
        foreach (var member in board.Members)
        {
            var options = new MemberOptions(
                member.Name, member.Agency is { } agency ? agencyIds[agency] : null, member.Role, member.Votes, keys.Days.Today.AddYears(-1), null, null, keys.Officer(member.Officer));
            seated.Add(SampleLoader.Made(await members.AddAsync(forum.Id, options, process, ct)));
        }

        return seated;
    }

    private async Task<Meeting> MeetAsync(SampleMeeting sample, Forum forum, List<ForumMember> sitting, SampleKeys keys, Process process, CancellationToken ct)
    {
        var day = keys.Days.Working(sample.Day);
        var meeting = SampleLoader.Made(await meetings.PlanAsync(forum, new MeetingOptions(day, TimeOnly.Parse(sample.Starts, CultureInfo.InvariantCulture), sample.Place), process, ct));
        foreach (var item in sample.Items)
        {
            await PutOnAsync(item, meeting, keys, process, ct);
        }

        if (sample.Sent)
        {
            SampleLoader.Made(await meetings.SendAsync(forum.Id, meeting.Address, process, ct));
        }

        if (day < keys.Days.Today)
        {
            // It went out and was written up in its own time, not today.
            (meeting.SentOn, meeting.State, meeting.MinutesPublishedOn) = (meeting.SendBy, MeetingState.Held, keys.Days.Working(sample.Day + 8));
            var away = (sample.Apologies ?? []).ToHashSet(StringComparer.Ordinal);
            var options = new AttendanceOptions(day, [.. sitting.Where(m => !away.Contains(m.Name)).Select(m => m.Id)], [.. sitting.Where(m => away.Contains(m.Name)).Select(m => m.Id)]);
            SampleLoader.Made(await meetings.AttendAsync(forum.Id, meeting.Address, meeting.Version, options, process, ct));
        }

        return meeting;
    }

    private async Task PutOnAsync(SampleAgendaItem sample, Meeting meeting, SampleKeys keys, Process process, CancellationToken ct)
    {
        var keeping = sample.Exempt is { } exempt ? new Keeping(Openness.Exempt, exempt.Paragraph, exempt.PublicInterest) : Keeping.Open;
        var options = new AgendaItemOptions(sample.Title, sample.Asked, keys.Officer(sample.Presenter), IsKeyDecision: false, keeping, IsLate: false, null);
        var item = SampleLoader.Made(await agendas.AddAsync(meeting, options, process, ct));
        foreach (var paper in sample.Papers ?? [])
        {
            SampleLoader.Made(await agendas.AddPaperAsync(item, new PaperOptions(paper.Title, paper.Body, keys.Officer(paper.Author), keeping, keeping.Openness), process, ct));
        }

        if (sample.Minutes is { } minutes)
        {
            SampleLoader.Made(await agendas.MinuteAsync(meeting.Id, item.Number, item.Version, new MinutesOptions(minutes), process, ct));
        }

        foreach (var decision in sample.Decisions ?? [])
        {
            SampleLoader.Made(await decisions.AddAsync(meeting, item, new DecisionOptions(decision.Text, keys.Officer(decision.Owner), keys.Days.Working(decision.Due)), process, ct));
        }
    }

    private async Task ChallengeAsync(SampleBoard board, Forum forum, Meeting raisedAt, SampleKeys keys, Process process, CancellationToken ct)
    {
        foreach (var sample in board.Challenges)
        {
            var options = new ScrutinyOptions(
                sample.Kind, sample.Text, sample.RaisedBy, raisedAt.Day, keys.Officer(sample.Owner), ChallengeService.DueAfter(forum, raisedAt.Day), Keeping.Open);
            var challenge = SampleLoader.Made(await challenges.RaiseAsync(forum, raisedAt.Id, options, process, ct));
            if (sample.Answer is { } answer)
            {
                SampleLoader.Made(await challenges.AnswerAsync(forum.Id, challenge.Reference, challenge.Version, answer, sample.Verdict ?? ScrutinyVerdict.Accepted, sample.Reason, process, ct));
            }
        }

        db.ChangeTracker.Clear();
    }
}
