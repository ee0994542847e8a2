using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

/// <summary>A line of a damaged document, and the line of the sound one that it (or a piece of it) came from.</summary>
internal sealed record DamagedLine(string Text, int Origin);

/// <summary>
/// The given document with the damage that documents suffer on their way: what Word, a scanner, an e-mail or a hurried person does to
/// it. The same seed makes the same damage. Each line knows which sound line it came from, so a test can tell whether it is read right.
/// </summary>
internal sealed partial class DamagedDocument
{
    private readonly Random random;
    private readonly Dictionary<int, LineKind> kinds;
    private List<DamagedLine> lines;

    private DamagedDocument(string text, PlanReading sound, int seed)
    {
        Seed = seed;
        random = new Random(seed);
        kinds = sound.Account.ToDictionary(line => line.Line, line => line.Kind);
        lines = [.. text.Split('\n').Select((line, i) => new DamagedLine(line.TrimEnd('\r'), i + 1))];
    }

    public int Seed { get; }

    public List<string> Damages { get; } = [];

    public IReadOnlyList<DamagedLine> Lines => lines;

    public string Text => string.Join('\n', lines.Select(line => line.Text));

    /// <summary>One to four kinds of damage, in an order in which they can happen.</summary>
    public static DamagedDocument Make(string text, PlanReading sound, int seed)
    {
        var damaged = new DamagedDocument(text, sound, seed);
        (string Name, Action Do)[] ways =
        [
            ("columns renamed", damaged.RenameColumns),
            ("columns reordered", damaged.ReorderColumns),
            ("merged cells repeated", damaged.RepeatMerged),
            ("merged cells blank", damaged.BlankMerged),
            ("header repeated", damaged.RepeatHeader),
            ("header missing", damaged.RemoveHeader),
            ("row moved left", () => damaged.MoveRow(left: true)),
            ("row moved right", () => damaged.MoveRow(left: false)),
            ("page break between words", damaged.BreakRowByCells),
            ("page break at a letter", damaged.BreakRowAtLetter),
            ("other quotes", damaged.ChangeQuotes),
            ("eight priorities", damaged.EightPriorities),
            ("spaces for tabs", damaged.SpacesForTabs),
        ];
        var chosen = new HashSet<int> { seed % ways.Length };
        for (var more = damaged.random.Next(3); more > 0; more--)
        {
            chosen.Add(damaged.random.Next(ways.Length));
        }

        foreach (var way in chosen.Order())
        {
            damaged.Damages.Add(ways[way].Name);
            ways[way].Do();
        }

        return damaged;
    }

    private LineKind KindOf(DamagedLine line) =>
        line.Text.Trim().Length == 0 ? LineKind.LeftOver : kinds.GetValueOrDefault(line.Origin);

    private List<int> Where(params LineKind[] wanted) =>
        [
            .. Enumerable
                .Range(0, lines.Count)
                .Where(i => wanted.Contains(KindOf(lines[i])) && lines[i].Text.Contains('\t', StringComparison.Ordinal)),
        ];

    private List<int> Rows() => Where(LineKind.ActionRow, LineKind.IndicatorRow, LineKind.Risk);

    private int Any(List<int> from) => from[random.Next(from.Count)];

    private T Any<T>(T[] from) => from[random.Next(from.Length)];

    /// <summary>The rows that are moved or broken in the sound document already.</summary>
    private bool IsBroken(int at) => lines[at].Origin is 196 or 197 or 200;
}
