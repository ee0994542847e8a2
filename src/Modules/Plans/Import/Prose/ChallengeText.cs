namespace Trellis.Plans.Import;

/// <summary>The challenges of a plan year: the items of its list, nested ones under the item before them.</summary>
internal sealed class ChallengeText(ReadPriority priority, LineLedger ledger)
{
    private readonly List<(int Level, ReadChallenge Challenge)> open = [];
    private string year = "";
    private bool introduced;

    public void Begin(Passage heading, string planYear)
    {
        year = planYear;
        open.Clear();
        introduced = false;
        Introduce(heading, LineKind.ChallengesHeading);
    }

    /// <summary>Takes an item or the words before the list; false for a paragraph that is neither.</summary>
    public bool Take(Passage passage)
    {
        var isItem = passage.IsItem || (introduced && passage.Text[^1] == ';');
        if (isItem)
        {
            Add(passage);
            return true;
        }

        if (open.Count == 0 && passage.Text[^1] == ':')
        {
            introduced = true;
            Introduce(passage, LineKind.ChallengesIntroduction);
            return true;
        }

        return false;
    }

    private void Add(Passage passage)
    {
        var level = Math.Max(1, passage.ListLevel);
        while (open.Count > 0 && open[^1].Level >= level)
        {
            open.RemoveAt(open.Count - 1);
        }

        var challenge = new ReadChallenge
        {
            Place = $"{priority.Place}/challenge-{priority.Challenges.Count + 1}",
            Lines = passage.Lines,
            PlanYear = year,
            Text = WithoutEnd(passage.Text),
            Parent = open.Count > 0 ? open[^1].Challenge.Place : null,
        };
        priority.Challenges.Add(challenge);
        open.Add((level, challenge));
        ledger.Map(passage.Lines, LineKind.Challenge, challenge);
    }

    private void Introduce(Passage passage, LineKind kind)
    {
        var paragraph = new ReadParagraph
        {
            Place = $"{priority.Place}/text-{priority.FreeText.Count + 1}",
            Lines = passage.Lines,
            Markdown = passage.Markdown,
        };
        priority.FreeText.Add(paragraph);
        ledger.Map(passage.Lines, kind, paragraph);
    }

    /// <summary>The marks that join the items of a list are the list's, not the item's.</summary>
    private static string WithoutEnd(string text)
    {
        var end = text.EndsWith("; and", StringComparison.Ordinal) ? text[..^5] : text;
        return end.TrimEnd(';', '.', ':', ',', ' ');
    }
}
