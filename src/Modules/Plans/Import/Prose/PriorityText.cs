namespace Trellis.Plans.Import;

/// <summary>Fills one priority: what a paragraph is follows from the heading that it stands under.</summary>
internal sealed class PriorityText(ReadPriority priority, Vocabulary vocabulary, LineLedger ledger, DoubtBook doubts)
{
    private const int MostWordsOfTitle = 30;
    private const int MostWordsOfState = 30;

    private readonly NarrativeText narrative = new(priority, ledger);
    private readonly ChallengeText challenges = new(priority, ledger);
    private SectionKind part = SectionKind.Priority;

    public TableKind ExpectedTable =>
        part switch
        {
            SectionKind.Risks => TableKind.Risks,
            SectionKind.Actions or SectionKind.ProgressKey => TableKind.Actions,
            SectionKind.Indicators => TableKind.Indicators,
            _ => TableKind.Unknown,
        };

    public void TakePriorityHeading(Passage heading)
    {
        priority.Lines.AddRange(heading.Lines);
        ledger.Map(heading.Lines, LineKind.PriorityHeading, priority);
        if (heading.Heading!.Rest.Length > 0)
        {
            SetTitle(heading.Heading.Rest);
        }
    }

    public void Take(Passage passage, Passage? next)
    {
        if (passage.IsRule)
        {
            Keep(passage, LineKind.FreeText);
        }
        else if (passage.Heading is { } heading)
        {
            TakeHeading(passage, heading);
        }
        else if (
            passage.HeadingLevel > 0 && part is SectionKind.Challenges or SectionKind.Activity
            || (passage.HeadingLevel > 0 && priority.Title.Length > 0 && part == SectionKind.Priority)
        )
        {
            part = SectionKind.Activity;
            narrative.Begin(passage);
        }
        else
        {
            TakeParagraph(passage, next);
        }
    }

    public void TakeTable(PlanTable table)
    {
        part = part == SectionKind.ProgressKey ? SectionKind.Actions : part;
        var columns = new ReadParagraph { Place = $"{priority.Place}/{table.Columns.Kind.ToString().ToLowerInvariant()}" };
        ledger.Map(table.Stretch.HeadLines, LineKind.Columns, columns);
        foreach (var (stray, _) in table.Stretch.Strays)
        {
            Keep(stray, LineKind.FreeText);
        }

        switch (table.Columns.Kind)
        {
            case TableKind.Actions:
                ActionTable.Read(table, priority, ledger, vocabulary, doubts);
                break;
            case TableKind.Indicators:
                IndicatorTable.Read(table, priority, ledger, vocabulary, doubts);
                break;
            default:
                RiskTable.Read(table, priority, ledger, vocabulary, doubts);
                break;
        }
    }

    private void TakeHeading(Passage passage, SectionHeading heading)
    {
        part = heading.Kind;
        switch (heading.Kind)
        {
            case SectionKind.Challenges:
                challenges.Begin(passage, heading.Rest);
                break;
            case SectionKind.Activity:
                narrative.BeginGroup(passage);
                break;
            case SectionKind.Risks:
                Keep(passage, LineKind.RisksHeading);
                break;
            case SectionKind.Actions:
                Keep(passage, LineKind.ActionsHeading);
                break;
            case SectionKind.Indicators:
                Keep(passage, LineKind.IndicatorsHeading);
                break;
            default:
                Keep(passage, LineKind.ProgressKey);
                break;
        }
    }

    private void TakeParagraph(Passage passage, Passage? next)
    {
        switch (part)
        {
            case SectionKind.Priority:
                TakeBeginning(passage);
                break;
            case SectionKind.Challenges when challenges.Take(passage):
                break;
            case SectionKind.Activity:
                narrative.Take(passage, next);
                break;
            case SectionKind.ProgressKey when Words.Count(passage.Text) <= MostWordsOfState:
                TakeState(passage);
                break;
            default:
                AskWhetherNote(passage);
                Keep(passage, LineKind.FreeText);
                break;
        }
    }

    /// <summary>Beside tables a few words without an end may be a piece of a row that has lost its shape.</summary>
    private void AskWhetherNote(Passage passage)
    {
        if (ExpectedTable == TableKind.Unknown || Words.EndsWhole(passage.Text))
        {
            return;
        }

        doubts.Ask(
            DoubtKind.TextInTable,
            passage.Lines,
            $"{passage.Block.Position.Place} stands beside a table and is no whole sentence. Is it a note?",
            [
                new DoubtOption("note", "It is kept as a note."),
                new DoubtOption("later", "It belongs to a row: I will put it right after the import."),
            ],
            "note"
        );
    }

    private void TakeBeginning(Passage passage)
    {
        if (LeadLine.Of(passage.Text) is { } lead)
        {
            priority.LeadMember = lead.Member.Length > 0 ? lead.Member : priority.LeadMember;
            priority.LeadOfficer = lead.Officer.Length > 0 ? lead.Officer : priority.LeadOfficer;
            ledger.Map(passage.Lines, LineKind.Leads, priority);
            priority.Lines.AddRange(passage.Lines);
        }
        else if (
            priority.Title.Length == 0
            && !passage.IsItem
            && Words.Count(passage.Text) <= MostWordsOfTitle
            && !passage.Text.EndsWith('.')
        )
        {
            SetTitle(passage.Text);
            priority.Lines.AddRange(passage.Lines);
            ledger.Map(passage.Lines, LineKind.PriorityTitle, priority);
        }
        else
        {
            Add(priority.Description, "description", passage, LineKind.Description);
        }
    }

    private void SetTitle(string title)
    {
        priority.Title = Words.IsCapitals(title) ? Aims.InSentenceCase(title) : title;
        priority.Aims.AddRange(Aims.Of(priority.Title));
    }

    /// <summary>The sign before a state is a symbol that text formats lose; what is left of it is kept.</summary>
    private void TakeState(Passage passage)
    {
        var text = passage.Text.TrimStart();
        var sign = text.TakeWhile(letter => !char.IsLetterOrDigit(letter)).Count();
        var state = new ReadProgressState
        {
            Place = $"{priority.Place}/progress-state-{priority.ProgressStates.Count + 1}",
            Lines = passage.Lines,
            Text = text[sign..].Trim(),
            Symbol = text[..sign].Trim(' ', '-', '=', ':', '\u2013') is { Length: > 0 } symbol ? symbol : null,
        };
        priority.ProgressStates.Add(state);
        vocabulary.LearnState(state.Text);
        ledger.Map(passage.Lines, LineKind.ProgressState, state);
    }

    private void Keep(Passage passage, LineKind kind) => Add(priority.FreeText, "text", passage, kind);

    private void Add(List<ReadParagraph> list, string name, Passage passage, LineKind kind)
    {
        var paragraph = new ReadParagraph
        {
            Place = $"{priority.Place}/{name}-{list.Count + 1}",
            Lines = passage.Lines,
            Markdown = passage.Markdown,
        };
        list.Add(paragraph);
        ledger.Map(passage.Lines, kind, paragraph);
    }
}
