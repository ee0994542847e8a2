using Trellis.Kernel;
using Trellis.Papers;
using Trellis.Plans;
using Trellis.Plans.Import;
using Trellis.Plans.Reporting;
using Trellis.Risks;
using Words = Trellis.Plans.Words;

namespace Trellis.Publishing.Reports;

/// <summary>
/// The report of a plan, or of one priority of it, as a paper: what the council sets itself, what is going on, what is done
/// by whom and when, and how it goes. Its pieces carry the marks by which an import reads it as the same plan.
/// </summary>
public static class PriorityReport
{
    /// <param name="only">The one priority; null for all of the plan's.</param>
    /// <param name="asOf">The day on which the plan stood so.</param>
    public static PaperDocument Of(ReportSource source, Priority? only, DateOnly asOf)
    {
        var plan = source.Plan;
        var blocks = new List<PaperBlock>();
        List<Priority> priorities = only is null ? [.. source.Tree.Priorities] : [only];
        var told = source.FirstHolders(priorities);
        foreach (var priority in priorities)
        {
            if (blocks.Count > 0)
            {
                blocks.Add(new PageBreakBlock());
            }

            blocks.AddRange(new PriorityPart(source, priority, told, asOf).Blocks());
        }

        if (blocks.Count == 0)
        {
            blocks.Add(ParagraphBlock.Aside("This plan is still empty."));
        }

        return new PaperDocument(TitleOf(plan, only), [$"Plan {plan.Year}".TrimEnd(), $"As it stood on {asOf:d MMMM yyyy}"], blocks)
        {
            TitleMark = only is null ? PaperMark.Title : null, CaptionMark = PaperMark.Caption,
        };
    }

    public static string TitleOf(Plan plan, Priority? only) => only?.Number is { } number ? $"{plan.Title}: {plan.PriorityWord.ToLowerInvariant()} {number}" : only is null ? plan.Title : $"{plan.Title}: {only.Title}";
}

/// <summary>The part of a report that is one priority's.</summary>
internal sealed class PriorityPart(ReportSource source, Priority priority, FirstHolders told, DateOnly asOf)
{
    /// <summary>The section that keeps a document's leftovers stands at the end, whatever its place in the plan.</summary>
    private const string Leftovers = "Other text of the document";

    private readonly Plan plan = source.Plan;

    public IEnumerable<PaperBlock> Blocks() => [.. Heading(), .. Narrative(), .. Risks(), .. Actions(), .. new IndicatorTable(source, priority, told).Blocks(), .. Sections(isLeftovers: true)];

    private IEnumerable<PaperBlock> Heading()
    {
        yield return priority.Number is { Length: > 0 } number
            ? new HeadingBlock(2, $"{plan.PriorityWord} {number}: {priority.Title}") { Mark = PaperMark.NumberedPriority }
            : new HeadingBlock(2, priority.Title) { Mark = PaperMark.Priority };
        if (priority.LeadMember is { } member)
        {
            yield return Lead("Lead member", member, PaperMark.LeadMember);
        }

        if (source.Tree.Names.Officer(priority.LeadOfficerId) is { } officer)
        {
            yield return Lead("Lead officer", officer, PaperMark.LeadOfficer);
        }

        foreach (var block in Prose.Blocks(priority.Introduction ?? "", _ => PaperMark.Introduction))
        {
            yield return block;
        }
    }

    private static ParagraphBlock Lead(string label, string name, string mark) =>
        new([new TextPiece($"{label}: ", TextWeight.Strong) { Mark = Marks.Aside }, new TextPiece(name)]) { Mark = mark };

    /// <summary>This year's challenges, what is going on, and the challenges that come next: the order in which councils tell it.</summary>
    private IEnumerable<PaperBlock> Narrative()
    {
        var years = source.Tree.Below<Challenge>(priority).GroupBy(c => c.Year).ToList();
        return [.. years.Take(1).SelectMany(Challenges), .. Sections(isLeftovers: false), .. years.Skip(1).SelectMany(Challenges)];
    }

    private IEnumerable<PaperBlock> Challenges(IGrouping<string, Challenge> year) =>
    [
        new HeadingBlock(3, $"Challenges {year.Key}".TrimEnd()) { Mark = PaperMark.Challenges },
        new ListBlock(false, [.. year.Select(Entry)]) { Mark = PaperMark.Challenge },
    ];

    private ListEntry Entry(Challenge challenge)
    {
        var runs = new List<TextPiece> { new(challenge.Title) };
        if (source.Answers(challenge).Select(o => o.Title).ToList() is { Count: > 0 } answers)
        {
            runs.Add(new TextPiece(" (answered by: ") { Mark = Marks.Aside });
            runs.Add(new TextPiece(string.Join(PaperMark.Between, answers)) { Mark = PaperMark.AnsweredBy });
            runs.Add(new TextPiece(")") { Mark = Marks.Aside });
        }

        return new ListEntry(runs, [.. source.Tree.Below<Challenge>(challenge).Select(Entry)]);
    }

    private IEnumerable<PaperBlock> Sections(bool isLeftovers)
    {
        var group = "";
        foreach (var section in source.Tree.Below<Section>(priority).Where(s => s.Title == Leftovers == isLeftovers))
        {
            var stands = section.Group ?? "";
            if (stands.Length > 0 && stands != group)
            {
                yield return new HeadingBlock(3, stands) { Mark = PaperMark.Group };
            }

            group = stands;
            yield return stands.Length > 0
                ? new HeadingBlock(4, section.Title) { Mark = PaperMark.Section }
                : new HeadingBlock(3, section.Title) { Mark = PaperMark.LoneSection };
            foreach (var block in Body(section))
            {
                yield return block;
            }
        }
    }

    private List<PaperBlock> Body(Section section)
    {
        var unnamed = source.Indicators(section).ToList();
        var blocks = Prose.Blocks(section.Body, MarkOf).ToList();
        if (source.Tree.Names.Officer(section.OwnerOfficerId) is { } owner)
        {
            blocks.Insert(0, Lead("Written by", owner, PaperMark.SectionOwner));
        }

        if (unnamed.Count > 0)
        {
            blocks.Add(ParagraphBlock.Aside("Measured by:"));
            blocks.Add(new ListBlock(false, [.. unnamed.Select(i => new ListEntry([new TextPiece(i.Title)], []) { Mark = Told(section, i, PaperMark.SectionIndicator) })]));
        }

        return blocks;

        string MarkOf(string text)
        {
            var named = unnamed.Find(i => i.Title == PaperMark.IndicatorIn(text));
            return named is not null && unnamed.Remove(named) ? Told(section, named, PaperMark.TextIndicator) : PaperMark.Text;
        }
    }

    private string Told(PlanItem holder, Thing thing, string mark) => told.IsFirst(holder.Id, thing.Id) ? mark : PaperMark.Again(mark);

    private IEnumerable<PaperBlock> Risks()
    {
        List<PaperRow> rows =
        [
            .. source.Risks(priority).Select(risk => Row(priority, risk, PaperCell.Head(risk.Title), PaperMark.Risk)),
            .. source.Tree.Below<Objective>(priority).SelectMany(o => source.Risks(o).Select(risk => Row(o, risk, TitleOf(risk, o), PaperMark.RiskOfObjective))),
        ];
        return rows.Count == 0
            ? []
            :
            [
                new HeadingBlock(3, "Strategic risks") { Mark = Marks.Aside },
                new TableBlock("Risks and their level", [new("Risk", 6), new("Type", 2), new("Risk level", 2)], rows) { Mark = Marks.Aside },
            ];

        PaperRow Row(PlanItem holder, Risk risk, PaperCell title, string mark) =>
            new([title, PaperCell.Of(risk.Scope.ToString()), PaperCell.Of(risk.Level)]) { Mark = Told(holder, risk, mark) };

        PaperCell TitleOf(Risk risk, Objective objective) => new(
        [
            new ParagraphBlock(
            [
                new TextPiece(risk.Title), new TextPiece($" ({plan.ObjectiveWord.ToLowerInvariant()}: ") { Mark = Marks.Aside },
                new TextPiece(objective.Title) { Mark = PaperMark.Threatened }, new TextPiece(")") { Mark = Marks.Aside },
            ]),
        ]) { IsHead = true };
    }

    private IEnumerable<PaperBlock> Actions()
    {
        var table = new ActionTable(source, priority, asOf);
        var rows = table.Rows();
        yield return new HeadingBlock(3, Words.Plural(plan.ActionWord)) { Mark = Marks.Aside };
        yield return new LegendBlock("Key: overall progress",
        [
            new LegendEntry(PaperTone.Good, plan.OnTrackWords),
            new LegendEntry(PaperTone.Watch, plan.ManagedWords),
            new LegendEntry(PaperTone.Bad, plan.SupportWords),
        ]) { Mark = PaperMark.State };
        yield return new TableBlock(
            $"{Words.Plural(plan.ActionWord)} with their {Words.Plural(plan.MilestoneWord).ToLowerInvariant()}",
            [
                new(plan.ObjectiveWord, 1.5) { Mark = PaperMark.ObjectiveWord }, new(plan.ActionWord, 1.6) { Mark = PaperMark.ActionWord },
                new(Words.Plural(plan.MilestoneWord), 2.3) { Mark = PaperMark.MilestoneWord }, new("Deadline", 1.35), new("Dept", 0.8),
                new("Lead officer", 1.3), new("Overall progress", 1.5),
            ],
            rows) { Mark = Marks.Aside, Empty = $"There is no {plan.ActionWord.ToLowerInvariant()} yet." };
        foreach (var block in table.Commentary())
        {
            yield return block;
        }
    }
}
