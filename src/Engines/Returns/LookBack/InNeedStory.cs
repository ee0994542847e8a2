using Trellis.Returns.Cin;

namespace Trellis.Returns.LookBack;

/// <summary>What a CIN census tells of a child, with what tells an entry from others of its kind and day.</summary>
internal static class InNeedStory
{
    public static IEnumerable<(string Key, StoryEntry Entry)> Of(Child child)
    {
        var told = new List<(string, StoryEntry)>();
        foreach (var d in child.CinDetails)
        {
            Add(d.ReferralDate, d.ClosureDate, StoryKind.Referral, $"Referred by source {Text(d.ReferralSource)}, {(d.IsNoFurtherAction ? "no further action" : $"primary need {Text(d.PrimaryNeedCode)}")}{(d.ReasonForClosure.IsGiven ? $"; closed with {Text(d.ReasonForClosure)}" : "")}.");
            Add(d.InitialConference, default, StoryKind.Conference, "Conference of a child who moved in while on a plan.");
        }

        foreach (var a in child.Assessments)
        {
            Add(a.Start, a.Authorised, StoryKind.Assessment, a.Authorised.IsDay ? $"Assessment, {WorkingDays.Between(a.Start, a.Authorised)} working days from its start." : "Assessment.");
        }

        foreach (var x in child.Section47)
        {
            Add(x.Start, x.InitialConference, StoryKind.Enquiry, x.NeedsNoConference ? "Section 47 enquiry; no conference was needed." : "Section 47 enquiry.");
            Add(x.InitialConference, default, StoryKind.Conference, "Initial child protection conference.");
        }

        foreach (var p in child.CinPlanDates)
        {
            Add(p.Start, p.End, StoryKind.InNeedPlan, "Child in need plan.");
        }

        foreach (var p in child.ChildProtectionPlans)
        {
            Add(p.Start, p.End, StoryKind.ProtectionPlan, $"Child protection plan: {CodeWords.OfAbuse(child.Data.Words.TextOf(p.LatestCategory.Id))}.");
        }

        foreach (var r in child.Reviews)
        {
            Add(r.Date, default, StoryKind.PlanReview, "Review of the child protection plan.");
        }

        return told;

        void Add(Day from, Day to, StoryKind kind, string words)
        {
            if (from.IsDay)
            {
                told.Add(("", new StoryEntry(from.Date, to.IsDay ? to.Date : null, kind, words)));
            }
        }

        string Text(Code code) => code.IsGiven ? child.Data.Words.TextOf(code.Id) : "not known";
    }
}
