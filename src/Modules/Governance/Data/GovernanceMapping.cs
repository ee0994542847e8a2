using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;

namespace Trellis.Governance.Data;

internal static class GovernanceMapping
{
    private const int LongestReference = 20;

    public static void Map(ModelBuilder model)
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
            forum.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
        });
        MapMeetings(model);
        model.Entity<ScrutinyChallenge>(challenge =>
        {
            challenge.ToTable("GovernanceChallenges");
            challenge.HasIndex(c => new { c.ForumId, c.Reference }).IsUnique();
            challenge.Property(c => c.Reference).HasMaxLength(LongestReference);
            challenge.Property(c => c.Text).HasMaxLength(ScrutinyChallenge.LongestText);
            challenge.Property(c => c.RaisedBy).HasMaxLength(ScrutinyChallenge.LongestRaisedBy);
            challenge.Property(c => c.Answer).HasMaxLength(ScrutinyChallenge.LongestText);
            challenge.Property(c => c.VerdictReason).HasMaxLength(ScrutinyChallenge.LongestText);
            challenge.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
            challenge.Property(c => c.Verdict).HasConversion<string>().HasMaxLength(20);
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
        model.Entity<Ask>(ask =>
        {
            ask.ToTable("GovernanceAsks");
            ask.HasIndex(a => a.ThingId);
            ask.Property(a => a.What).HasMaxLength(Ask.LongestText);
            ask.Property(a => a.Answer).HasMaxLength(Ask.LongestText);
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
            meeting.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<AgendaItem>(item =>
        {
            item.ToTable("GovernanceAgendaItems");
            item.HasIndex(i => i.MeetingId);
            item.Property(i => i.Title).HasMaxLength(AgendaItem.LongestTitle);
            item.Property(i => i.Asked).HasMaxLength(AgendaItem.LongestReason);
            item.Property(i => i.PublicInterest).HasMaxLength(AgendaItem.LongestReason);
            item.Property(i => i.LateReason).HasMaxLength(AgendaItem.LongestReason);
            item.Property(i => i.Minutes).HasMaxLength(AgendaItem.LongestText);
            item.Property(i => i.Openness).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<Paper>(paper =>
        {
            paper.ToTable("GovernancePapers");
            paper.HasIndex(p => p.AgendaItemId);
            paper.Property(p => p.Title).HasMaxLength(AgendaItem.LongestTitle);
            paper.Property(p => p.Body).HasMaxLength(Paper.LongestText);
            paper.Property(p => p.PublicInterest).HasMaxLength(AgendaItem.LongestReason);
            paper.Property(p => p.Openness).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<Decision>(decision =>
        {
            decision.ToTable("GovernanceDecisions");
            decision.HasIndex(d => d.MeetingId);
            decision.Property(d => d.Reference).HasMaxLength(LongestReference);
            decision.Property(d => d.Text).HasMaxLength(AgendaItem.LongestText);
        });
    }
}
