using Trellis.Returns.Ssda903;

namespace Trellis.Returns.LookBack;

/// <summary>What SSDA903 returns tell of a child.</summary>
internal static class LookedAfterStory
{
    /// <summary>Times in care, legal statuses and placements, each over all episodes that meet and say the same of it.</summary>
    public static IEnumerable<StoryEntry> Of(IReadOnlyList<CareEpisode> episodes) =>
    [
        .. Runs(episodes, (_, _) => true).Select(r => new StoryEntry(r[0].From, r[^1].To, StoryKind.Care, $"Looked after{(r[^1] is { To: not null, Ended.Length: > 0 } last ? $"; ended with {last.Ended}" : "")}.")),
        .. Runs(episodes, (a, b) => a.LegalStatus == b.LegalStatus).Select(r => new StoryEntry(r[0].From, r[^1].To, StoryKind.LegalStatus, $"Legal status: {CodeWords.OfLegalStatus(r[0].LegalStatus)}.")),
        .. Runs(episodes, (a, b) => a.IsSamePlacement(b)).Select(r => new StoryEntry(r[0].From, r[^1].To, StoryKind.Placement, $"Placement: {CodeWords.OfPlacement(r[0].Placement)}{(r[0].Urn.Length > 0 ? $", URN {r[0].Urn}" : "")}.")),
    ];

    /// <summary>What is in the other tables of one return: with what tells an entry from others of its kind and day.</summary>
    public static IEnumerable<(string Key, StoryEntry Entry)> Of(Child child)
    {
        var told = new List<(string, StoryEntry)>();
        foreach (var m in child.Missing)
        {
            Add("", m.MisStart, m.MisEnd, StoryKind.Missing, Text(m.Kind) == "A" ? "Away from placement without authorisation." : "Missing.");
        }

        foreach (var r in child.Reviews)
        {
            Add("", r.Date, default, StoryKind.Review, $"Review{(r.ReviewCode.IsGiven ? $", took part: {Text(r.ReviewCode)}" : "")}.");
        }

        foreach (var p in child.PlacedAdoption)
        {
            Add("decision", p.DatePlaced, default, StoryKind.Adoption, "Decided that the child should be placed for adoption.");
            Add("reversed", p.DatePlacedCeased, default, StoryKind.Adoption, $"Decided that the child should no longer be placed for adoption{(p.ReasonPlacedCeased.IsGiven ? $" ({Text(p.ReasonPlacedCeased)})" : "")}.");
        }

        foreach (var a in child.Ad1)
        {
            Add("decision", a.DateInt, default, StoryKind.Adoption, "Decided that the child should be placed for adoption.");
            Add("match", a.DateMatch, default, StoryKind.Adoption, "Matched with adopters.");
        }

        foreach (var o in child.Oc3)
        {
            Add("", child.Year.End, default, StoryKind.CareLeaver, $"Care leaver: in touch {Text(o.InTouch)}, activity {Text(o.Activ)}, accommodation {Text(o.Accom)}.");
        }

        return told;

        void Add(string key, Day from, Day to, StoryKind kind, string words)
        {
            if (from.IsDay)
            {
                told.Add((key, new StoryEntry(from.Date, to.IsDay ? to.Date : null, kind, words)));
            }
        }

        string Text(Code code) => code.IsGiven ? child.Data.Words.TextOf(code.Id) : "not known";
    }

    private static List<List<CareEpisode>> Runs(IReadOnlyList<CareEpisode> episodes, Func<CareEpisode, CareEpisode, bool> goOn)
    {
        var runs = new List<List<CareEpisode>>();
        foreach (var episode in episodes)
        {
            if (runs.Count > 0 && runs[^1][^1].To == episode.From && goOn(runs[^1][^1], episode))
            {
                runs[^1].Add(episode);
            }
            else
            {
                runs.Add([episode]);
            }
        }

        return runs;
    }
}
