using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Governance.ForwardPlan;
using Trellis.Governance.Meetings;
using Trellis.Governance.Members;
using Trellis.Governance.Scrutiny;
using Trellis.Governance.Terms;
using Trellis.Kernel;

namespace Trellis.Governance.Data;

internal static class GovernanceMapping
{
    private const int LongestReference = 20;
    private const int LongestEnum = 20;

    public static void Map(ModelBuilder model)
    {
        MapForums(model);
        MapMeetings(model);
        MapAgendas(model);
        model.Entity<ScrutinyChallenge>(challenge =>
        {
            challenge.ToTable("GovernanceChallenges");
            challenge.HasIndex(c => new { c.ForumId, c.Reference }).IsUnique();
            challenge.HasIndex(c => c.OwnerOfficerId);
            challenge.Property(c => c.Reference).HasMaxLength(LongestReference);
            challenge.Property(c => c.Text).HasMaxLength(ScrutinyChallenge.LongestText);
            challenge.Property(c => c.RaisedBy).HasMaxLength(ScrutinyChallenge.LongestRaisedBy);
            challenge.Property(c => c.Answer).HasMaxLength(ScrutinyChallenge.LongestText);
            challenge.Property(c => c.VerdictReason).HasMaxLength(ScrutinyChallenge.LongestText);
            challenge.Property(c => c.ReturnReason).HasMaxLength(AgendaItem.LongestReason);
            challenge.Property(c => c.PublicInterest).HasMaxLength(AgendaItem.LongestReason);
            challenge.Property(c => c.Kind).HasConversion<string>().HasMaxLength(LongestEnum);
            challenge.Property(c => c.Verdict).HasConversion<string>().HasMaxLength(LongestEnum);
            challenge.Property(c => c.Openness).HasConversion<string>().HasMaxLength(LongestEnum);
        });
        model.Entity<Ask>(ask =>
        {
            ask.ToTable("GovernanceAsks");
            ask.HasIndex(a => a.ThingId);
            ask.Property(a => a.What).HasMaxLength(Ask.LongestText);
            ask.Property(a => a.Answer).HasMaxLength(Ask.LongestText);
        });
    }

    private static void MapForums(ModelBuilder model)
    {
        model.Entity<Forum>(forum =>
        {
            forum.ToTable("Forums");
            forum.Property(x => x.Address).HasMaxLength(60);
            forum.HasIndex(x => x.Address).IsUnique();
            forum.Property(x => x.SortKey).HasMaxLength(100);
            forum.Property(f => f.Name).HasMaxLength(Forum.LongestName);
            forum.Property(f => f.Abbreviation).HasMaxLength(Forum.LongestAbbreviation);
            forum.Property(f => f.Remit).HasMaxLength(Forum.LongestRemit);
            forum.Property(f => f.Kind).HasConversion<string>().HasMaxLength(LongestEnum);
            // Forums that were there before they had a notice get the usual one.
            forum.Property(f => f.NoticeKind).HasConversion<string>().HasMaxLength(LongestEnum).HasDefaultValue(NoticeKind.ClearWorkingDays).ValueGeneratedNever();
            forum.Property(f => f.NoticeDays).HasDefaultValue(Forum.UsualNotice).ValueGeneratedNever();
            forum.Property(f => f.KeyDecisionDays).HasDefaultValue(Forum.UsualKeyDecisionDays).ValueGeneratedNever();
            forum.Property(f => f.AnswerMonths).HasDefaultValue(Forum.UsualAnswerMonths).ValueGeneratedNever();
            forum.Property(f => f.QuorumAgencyIds).HasDefaultValue(new List<Guid>()).ValueGeneratedNever();
            forum.Ignore(f => f.Notice);
        });
        model.Entity<ForumMember>(member =>
        {
            member.ToTable("GovernanceMembers");
            member.HasIndex(m => m.ForumId);
            member.Property(m => m.Name).HasMaxLength(ForumMember.LongestName).IsPersonal();
            member.Property(m => m.Role).HasConversion<string>().HasMaxLength(LongestEnum);
        });
        model.Entity<ReportingCycle>(cycle =>
        {
            cycle.ToTable("GovernanceCycles");
            cycle.HasIndex(c => c.Address).IsUnique();
            cycle.HasIndex(c => c.State);
            cycle.Property(c => c.Address).HasMaxLength(60);
            cycle.Property(c => c.Title).HasMaxLength(ReportingCycle.LongestTitle);
            cycle.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<TermsOfReference>(terms =>
        {
            terms.ToTable("GovernanceTerms");
            terms.HasIndex(t => new { t.ForumId, t.Number }).IsUnique();
            terms.Property(t => t.Text).HasMaxLength(TermsOfReference.LongestText);
        });
        model.Entity<ForwardPlanItem>(item =>
        {
            item.ToTable("GovernanceForwardPlan");
            item.HasIndex(i => new { i.ForumId, i.Reference }).IsUnique();
            item.Property(i => i.Reference).HasMaxLength(LongestReference);
            item.Property(i => i.Title).HasMaxLength(AgendaItem.LongestTitle);
            item.Property(i => i.PublicInterest).HasMaxLength(AgendaItem.LongestReason);
            item.Property(i => i.Openness).HasConversion<string>().HasMaxLength(LongestEnum);
        });
    }

    private static void MapMeetings(ModelBuilder model)
    {
        model.Entity<Meeting>(meeting =>
        {
            meeting.ToTable("GovernanceMeetings");
            meeting.HasIndex(m => new { m.ForumId, m.Address }).IsUnique();
            meeting.HasIndex(m => m.Day);
            meeting.Property(m => m.Address).HasMaxLength(20);
            meeting.Property(m => m.Place).HasMaxLength(Meeting.LongestPlace);
            meeting.Property(m => m.CancelReason).HasMaxLength(Meeting.LongestReason);
            meeting.Property(m => m.DayNote).HasMaxLength(Meeting.LongestReason);
            meeting.Property(m => m.State).HasConversion<string>().HasMaxLength(LongestEnum);
            meeting.Property(m => m.SendBy).IsDerived();
        });
        model.Entity<Declaration>(declaration =>
        {
            declaration.ToTable("GovernanceDeclarations");
            declaration.HasIndex(d => d.MeetingId);
            declaration.Property(d => d.Text).HasMaxLength(Declaration.LongestText);
        });
        model.Entity<Decision>(decision =>
        {
            decision.ToTable("GovernanceDecisions");
            decision.HasIndex(d => d.MeetingId);
            decision.HasIndex(d => d.OwnerOfficerId);
            decision.HasIndex(d => new { d.ForumId, d.Reference }).IsUnique();
            decision.Property(d => d.Reference).HasMaxLength(LongestReference);
            decision.Property(d => d.Text).HasMaxLength(AgendaItem.LongestText);
        });
    }

    private static void MapAgendas(ModelBuilder model)
    {
        model.Entity<AgendaItem>(item =>
        {
            item.ToTable("GovernanceAgendaItems");
            item.HasIndex(i => new { i.MeetingId, i.Number }).IsUnique();
            item.Property(i => i.Title).HasMaxLength(AgendaItem.LongestTitle);
            item.Property(i => i.Asked).HasMaxLength(AgendaItem.LongestReason);
            item.Property(i => i.PublicInterest).HasMaxLength(AgendaItem.LongestReason);
            item.Property(i => i.LateReason).HasMaxLength(AgendaItem.LongestReason);
            item.Property(i => i.Minutes).HasMaxLength(AgendaItem.LongestText);
            item.Property(i => i.Openness).HasConversion<string>().HasMaxLength(LongestEnum);
        });
        model.Entity<Paper>(paper =>
        {
            paper.ToTable("GovernancePapers");
            paper.HasIndex(p => new { p.AgendaItemId, p.Position }).IsUnique();
            paper.Property(p => p.Title).HasMaxLength(AgendaItem.LongestTitle);
            paper.Property(p => p.Body).HasMaxLength(Paper.LongestText);
            paper.Property(p => p.PublicInterest).HasMaxLength(AgendaItem.LongestReason);
            paper.Property(p => p.Openness).HasConversion<string>().HasMaxLength(LongestEnum);
        });
    }
}
