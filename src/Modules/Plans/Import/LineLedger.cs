using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>Keeps what became of each line while a document is read.</summary>
internal sealed class LineLedger
{
    private static readonly Entry Untaken = new(LineKind.LeftOver, null, "Nothing in the plan takes this line.");

    private readonly Dictionary<int, Entry> entries = [];

    public void Map(int line, LineKind kind, ReadItem item) => entries[line] = new(kind, item, null);

    public void Map(IEnumerable<int> lines, LineKind kind, ReadItem item)
    {
        foreach (var line in lines)
        {
            Map(line, kind, item);
        }
    }

    public void Leave(int line, string reason) => entries.TryAdd(line, new(LineKind.LeftOver, null, reason));

    /// <summary>One account for each block of the document, mapped or left over.</summary>
    public IReadOnlyList<LineAccount> Account(SourceDocument document) => [.. document.Blocks.Select(Account)];

    private LineAccount Account(SourceBlock block)
    {
        var line = block.Position.Line;
        var (kind, item, reason) = entries.TryGetValue(line, out var entry) ? entry : Untaken;
        return new LineAccount(line, block.Position.Place, block.Text, kind, item?.Place ?? "", reason);
    }

    private sealed record Entry(LineKind Kind, ReadItem? Item, string? Reason);
}
