using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>
/// Understands a document as a plan. It knows the words councils use, not any one document; whatever it is not sure of becomes a
/// doubt, and a line it does not understand is listed as left over. Pure: the same document, answers and officers give the same reading.
/// </summary>
public static class PlanReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="document">The document; any content, nothing in it makes this throw.</param>
    /// <param name="answers">Chosen option (or free text, where the doubt allows it) by doubt id; doubts without one are read as proposed.</param>
    /// <param name="officers">The names of officers that the council has already, those with a comma in them: such a post is one owner.</param>
    public static PlanReading Read(SourceDocument document, IReadOnlyDictionary<string, string>? answers = null, IReadOnlySet<string>? officers = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var doubts = new DoubtBook(answers);
        if (MarkedPaper.IsOne(document))
        {
            return new MarkedPaper(doubts).Read(document);
        }

        if (ExportedRows.IsOne(document))
        {
            return ExportedRows.Read(document);
        }

        var ledger = new LineLedger();
        var vocabulary = new Vocabulary();
        var passages = Passages.Of(document, doubts);
        OnlyOneLevel(passages);
        var walk = new PriorityWalk(passages, vocabulary, ledger, doubts);
        var priorities = walk.Walk();
        OwnerCommas.Ask(priorities, officers ?? new HashSet<string>(), doubts);
        foreach (var priority in priorities)
        {
            TablesCompared.Ask(priority, doubts);
            GroupOwners.Ask(priority, doubts);
        }

        Abbreviations.Ask(document, priorities, doubts);
        Dependents.Name(walk.Tables, doubts);
        return new PlanReading(document.FileName, document.LinesTotal, priorities, ledger.Account(document), doubts.All);
    }

    /// <summary>Where a document counts priorities, a "Theme 1" inside one is no priority.</summary>
    private static void OnlyOneLevel(List<Passage> passages)
    {
        var headings = passages.Where(passage => passage.Heading?.Kind == SectionKind.Priority).ToList();
        if (!headings.Exists(IsNamedPriority))
        {
            return;
        }

        foreach (var heading in headings.Where(heading => !IsNamedPriority(heading)))
        {
            heading.Heading = null;
        }
    }

    private static bool IsNamedPriority(Passage passage) =>
        passage.Text.StartsWith("priority", StringComparison.OrdinalIgnoreCase);
}
