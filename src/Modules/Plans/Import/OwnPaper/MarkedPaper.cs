using System.Globalization;
using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>Reads a paper by its marks. What somebody wrote into it by hand is taken for what stands before it.</summary>
internal sealed class MarkedPaper(DoubtBook doubts)
{
    private const string PlanOfYear = "Plan ";
    private readonly LineLedger ledger = new();

    /// <summary>What the lines before the first priority are of.</summary>
    private readonly ReadParagraph plan = new() { Place = "plan" };
    private readonly List<ReadPriority> priorities = [];
    private readonly List<(int Level, ReadChallenge Challenge)> open = [];
    private MarkedRows? rows;
    private ReadSection? section;
    private string group = "";
    private string year = "";
    private string? lastOfText;
    private string? lastOfRow;
    private ReadNames names = ReadNames.None;
    private MarkedCommentary? commentary;

    private ReadPriority? Current => priorities.Count > 0 ? priorities[^1] : null;

    public static bool IsOne(SourceDocument document) => document.Blocks.Any(block => block.Mark is PaperMark.Priority or PaperMark.NumberedPriority);

    public PlanReading Read(SourceDocument document)
    {
        foreach (var block in document.Blocks)
        {
            if (block is SourceParagraph paragraph)
            {
                Take(paragraph);
            }
            else if (block is SourceRow row && !TakeRow(row))
            {
                ledger.Leave(row.Position.Line, "It is a row of a table that is not part of the plan.");
            }
        }

        return new PlanReading(document.FileName, document.LinesTotal, priorities, ledger.Account(document), doubts.All) { Names = names };
    }

    /// <summary>A row that somebody added by hand is of the kind of the row above it.</summary>
    private bool TakeRow(SourceRow row)
    {
        section = null;
        lastOfText = null;
        lastOfRow = row.Mark ?? lastOfRow;
        if (row.Mark == PaperMark.ObjectiveWord && Current is { } priority)
        {
            TakeHeads(row, priority);
            lastOfRow = PaperMark.Action;
            return true;
        }

        return rows?.Take(row, lastOfRow) == true;
    }

    private void TakeHeads(SourceRow row, ReadPriority priority)
    {
        ledger.Map(row.Position.Line, LineKind.Columns, priority);
        if (row.Cells is [var objective, var action, var milestone, ..])
        {
            names = names with { ObjectiveWord = objective.Text, ActionWord = action.Text, MilestoneWord = Plans.Words.Singular(milestone.Text) };
        }
    }

    /// <summary>What somebody added by hand goes on as the text before it; a heading of their own begins a section.</summary>
    private string? MarkOf(SourceParagraph paragraph) => paragraph switch
    {
        { Mark: { } mark } => mark,
        { HeadingLevel: > 0 } => paragraph.HeadingLevel > 3 && group.Length > 0 ? PaperMark.Section : PaperMark.LoneSection,
        { ListLevel: > 0 } when lastOfText == PaperMark.Challenge => lastOfText,
        _ when lastOfText is PaperMark.Introduction or PaperMark.Commentary => lastOfText,
        _ => null,
    };

    private void Take(SourceParagraph paragraph)
    {
        var text = paragraph.Text.Trim();
        var mark = lastOfText = MarkOf(paragraph);
        lastOfRow = null;
        if (paragraph.Mark is PaperMark.Priority or PaperMark.NumberedPriority)
        {
            Begin(paragraph, text);
            return;
        }

        if (Current is not { } priority)
        {
            if (mark is PaperMark.Title or PaperMark.Caption)
            {
                TakeName(mark, text);
                ledger.Map(paragraph.Position.Line, LineKind.PriorityTitle, plan);
                return;
            }

            ledger.Leave(paragraph.Position.Line, "It stands before the first priority.");
            return;
        }

        switch (PaperMark.IsAgain(mark, out var once) ? once : mark)
        {
            case PaperMark.LeadMember:
                priority.LeadMember = text;
                Map(paragraph, LineKind.Leads, priority);
                break;
            case PaperMark.LeadOfficer:
                priority.LeadOfficer = text;
                Map(paragraph, LineKind.Leads, priority);
                break;
            case PaperMark.Introduction:
                Add(priority.Description, $"{priority.Place}/description", paragraph, LineKind.Description);
                break;
            case PaperMark.Challenges:
                year = text.Contains(' ', StringComparison.Ordinal) ? text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim() : "";
                open.Clear();
                Map(paragraph, LineKind.ChallengesHeading, priority);
                break;
            case PaperMark.Challenge:
                TakeChallenge(paragraph, priority);
                break;
            case PaperMark.Group:
                group = text;
                section = null;
                Map(paragraph, LineKind.SectionHeading, priority);
                break;
            case PaperMark.Section or PaperMark.LoneSection:
                BeginSection(paragraph, priority, text, mark == PaperMark.Section);
                break;
            case PaperMark.State:
                TakeState(paragraph, priority, text);
                break;
            case PaperMark.SectionOwner when section is not null:
                section.Owner = text;
                Map(paragraph, LineKind.SectionHeading, section);
                break;
            case PaperMark.SectionIndicator when section is not null:
                TakeIndicator(paragraph, priority, text);
                break;
            case PaperMark.CommentaryOf or PaperMark.Commentary or PaperMark.CommentaryOn:
                section = null;
                (commentary ??= new MarkedCommentary(priority, ledger)).Take(paragraph, mark!);
                break;
            default:
                TakeText(paragraph, priority, text);
                break;
        }
    }

    private void TakeName(string mark, string text)
    {
        if (mark == PaperMark.Title)
        {
            names = names with { Title = text };
        }
        else if (text.StartsWith(PlanOfYear, StringComparison.Ordinal))
        {
            names = names with { Year = text[PlanOfYear.Length..].Trim() };
        }
    }

    private void Begin(SourceParagraph paragraph, string text)
    {
        var priority = new ReadPriority { Place = $"priority-{priorities.Count + 1}" };
        var colon = paragraph.Mark == PaperMark.NumberedPriority ? text.IndexOf(": ", StringComparison.Ordinal) : -1;
        if (colon > 0 && int.TryParse(text[..colon].Split(' ')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            priority.Number = number;
            names = names with { PriorityWord = text[..text.LastIndexOf(' ', colon)] };
        }

        priority.Title = text[(colon > 0 ? colon + 2 : 0)..];
        priority.Aims.AddRange(Aims.Of(priority.Title));
        priorities.Add(priority);
        rows = new MarkedRows(priority, ledger, doubts);
        (section, group, year, commentary) = (null, "", "", null);
        open.Clear();
        Map(paragraph, LineKind.PriorityHeading, priority);
    }

    private void TakeChallenge(SourceParagraph paragraph, ReadPriority priority)
    {
        var level = Math.Max(1, paragraph.ListLevel);
        while (open.Count > 0 && open[^1].Level >= level)
        {
            open.RemoveAt(open.Count - 1);
        }

        var challenge = new ReadChallenge
        {
            Place = $"{priority.Place}/challenge-{priority.Challenges.Count + 1}",
            PlanYear = year,
            Text = paragraph.OwnText(PaperMark.Challenge),
            AnsweredBy = paragraph.Piece(PaperMark.AnsweredBy) ?? "",
            Parent = open.Count > 0 ? open[^1].Challenge.Place : null,
        };
        priority.Challenges.Add(challenge);
        open.Add((level, challenge));
        Map(paragraph, LineKind.Challenge, challenge);
    }

    private void BeginSection(SourceParagraph paragraph, ReadPriority priority, string text, bool isInGroup)
    {
        section = new ReadSection
        {
            Place = $"{priority.Place}/section-{priority.Sections.Count + 1}",
            Heading = text,
            Group = isInGroup ? group : "",
        };
        priority.Sections.Add(section);
        Map(paragraph, LineKind.SectionHeading, section);
    }

    private void TakeState(SourceParagraph paragraph, ReadPriority priority, string text)
    {
        var state = new ReadProgressState { Place = $"{priority.Place}/progress-state-{priority.ProgressStates.Count + 1}", Text = text };
        priority.ProgressStates.Add(state);
        Map(paragraph, LineKind.ProgressState, state);
    }

    private void TakeText(SourceParagraph paragraph, ReadPriority priority, string text)
    {
        if (section is null)
        {
            Add(priority.FreeText, $"{priority.Place}/text", paragraph, LineKind.FreeText);
            return;
        }

        Add(section.Body, $"{section.Place}/paragraph", paragraph, LineKind.Narrative);
        PaperMark.IsAgain(paragraph.Mark, out var once);
        if (once == PaperMark.TextIndicator)
        {
            TakeIndicator(paragraph, priority, NarrativeText.WithoutEnd(text));
        }
    }

    private void TakeIndicator(SourceParagraph paragraph, ReadPriority priority, string text)
    {
        if (PaperMark.IsAgain(paragraph.Mark, out _))
        {
            priority.NamedAgain.Add(new ReadAgain(RowKind.Indicator, text, new ReadHolder(RowKind.Section, section!.Place)));
            ledger.Map(paragraph.Position.Line, LineKind.NarrativeIndicator, section);
            return;
        }

        var indicator = new ReadNarrativeIndicator
        {
            Place = $"{priority.Place}/narrative-indicator-{priority.NarrativeIndicators.Count + 1}",
            Text = text,
            Section = section!.Place,
        };
        priority.NarrativeIndicators.Add(indicator);
        Map(paragraph, LineKind.NarrativeIndicator, indicator);
    }

    private void Add(List<ReadParagraph> list, string place, SourceParagraph paragraph, LineKind kind)
    {
        var read = new ReadParagraph { Place = $"{place}-{list.Count + 1}", Markdown = paragraph.ToMarkdown() };
        list.Add(read);
        Map(paragraph, kind, read);
    }

    private void Map(SourceParagraph paragraph, LineKind kind, ReadItem item)
    {
        item.Lines.Add(paragraph.Position.Line);
        ledger.Map(paragraph.Position.Line, kind, item);
    }
}
