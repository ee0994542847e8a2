using Trellis.Papers;

namespace Trellis.Engines.Tests.Papers;

/// <summary>A paper that has one of everything.</summary>
internal static class SamplePaper
{
    public const string Hostile = "<script>alert(1)</script> & \"quotes\" \u0001";

    public static PaperDocument Make() => new(
        "Plan for play", ["Children's board, 6 May 2026", "Item 4"],
        [
            new FieldsBlock([new PaperField("Meeting", "Children's board"), new PaperField("Author", "Head of play\nHead of parks")]),
            new HeadingBlock(2, "What is asked"),
            new ParagraphBlock([new TextPiece("Note "), new TextPiece("the plan", TextWeight.Strong), new TextPiece(" and "), new TextPiece("agree", TextWeight.Emphasis),
                new TextPiece(", see "), new TextPiece("the register", Address: "https://example.org/risks?a=1&b=2"), new TextPiece(" or "), new TextPiece("this", Address: "javascript:alert(1)")]),
            ParagraphBlock.Of(Hostile),
            new HeadingBlock(3, "Steps") { Mark = "plan-section" },
            new ListBlock(false, [Item("Streets", Item("Stewards"), Item("Signs")), Item("Parks")]),
            new ListBlock(true, [Item("First"), Item("Second")]),
            new ListBlock(true, [Item("Again first")]),
            new TableBlock(
                "Key actions",
                [new TableColumn("Objective", 2), new TableColumn("Key action", 3), new TableColumn("Overall progress", 2)],
                [
                    new PaperRow([PaperCell.Head("Play outside") with { Rows = 2 }, PaperCell.Of("Open streets"), PaperCell.Of("On track") with { Tone = PaperTone.Good }]),
                    new PaperRow([new PaperCell([ParagraphBlock.Of("Mend"), new ListBlock(false, [Item("Swings")])]), PaperCell.Of("")]),
                ]),
            new LegendBlock("Key", [new LegendEntry(PaperTone.Good, "On track"), new LegendEntry(PaperTone.Bad, "Needs support")]),
            new PageBreakBlock(),
            new FigureBlock("Actions by progress", "Progress", "Actions", [new PaperBar("On track", 3, PaperTone.Good), new PaperBar("Not stated", 1, PaperTone.Muted)]),
            new TableBlock("Risks", [new TableColumn("Risk")], []) { Empty = "There are no risks." },
            ParagraphBlock.Aside("Made by the performance team.") with { IsNotice = true },
        ]);

    private static ListEntry Item(string text, params ListEntry[] below) => new([new TextPiece(text)], below);
}
