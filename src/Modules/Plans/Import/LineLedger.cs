using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>Keeps what became of each line while a document is read.</summary>
internal sealed class LineLedger
{
    private readonly Dictionary<int, (LineKind Kind, ReadItem? Item, string? Reason)> entries = [];

    public void Map(int line, LineKind kind, ReadItem item) => entries[line] = (kind, item, null);

    public void Map(IEnumerable<int> lines, LineKind kind, ReadItem item)
    {
        foreach (var line in lines)
        {
            Map(line, kind, item);
        }
    }

    public void Leave(int line, string reason) => entries.TryAdd(line, (LineKind.LeftOver, null, reason));

    /// <summary>One account for each block of the document, mapped or left over.</summary>
    public IReadOnlyList<LineAccount> Account(SourceDocument document) => [.. document.Blocks.Select(Account)];

    private LineAccount Account(SourceBlock block)
    {
        var line = block.Position.Line;
        var (kind, item, reason) = entries.GetValueOrDefault(
            line,
            (LineKind.LeftOver, null, "Nothing in the plan takes this line.")
        );
        return new LineAccount(line, block.Position.Place, block.Text, kind, item?.Place ?? "", reason);
    }
}
