using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

/// <summary>What is done to rows: moved by a column, broken by the end of a page.</summary>
internal sealed partial class DamagedDocument
{
    private void MoveRow(bool left)
    {
        var rows = Rows().Where(i => !IsBroken(i) && (!left || lines[i].Text.StartsWith('\t') || random.Next(4) == 0)).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var at = Any(rows);
        var text = lines[at].Text;
        var last = text.EndsWith('\t');
        text =
            left && text.StartsWith('\t') ? text[1..] + (random.Next(2) == 0 ? "\t" : "")
            : left ? text[(text.IndexOf('\t', StringComparison.Ordinal) + 1)..] + "\t"
            : last && random.Next(2) == 0 ? "\t" + text[..^1]
            : "\t" + text;
        lines[at] = lines[at] with { Text = text };
    }

    private void BreakRowByCells()
    {
        var at = Any(Rows().Where(i => !IsBroken(i)).ToList());
        var cells = lines[at].Text.Split('\t');
        var first = new string[cells.Length];
        var second = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var words = cells[i].Split(' ');
            var cut = random.Next(words.Length + 1);
            (first[i], second[i]) = (string.Join(' ', words[..cut]), string.Join(' ', words[cut..]));
        }

        Break(at, string.Join('\t', first), string.Join('\t', second));
    }

    private void BreakRowAtLetter()
    {
        var at = Any(Rows().Where(i => !IsBroken(i)).ToList());
        var text = lines[at].Text;
        var cut = random.Next(1, text.Length);
        Break(at, text[..cut], text[cut..]);
    }

    private void Break(int at, string first, string second)
    {
        var origin = lines[at].Origin;
        var between = new List<DamagedLine> { new(random.Next(3) == 0 ? "\f" : "", 0) };
        if (random.Next(2) == 0 && Where(LineKind.Columns).Where(i => i < at).ToList() is { Count: > 0 } heads)
        {
            between.Add(lines[heads[^1]]);
        }

        lines.RemoveAt(at);
        lines.InsertRange(at, [new DamagedLine(first, origin), .. between, new DamagedLine(second, origin)]);
    }
}
