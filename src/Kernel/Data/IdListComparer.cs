using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Trellis.Kernel.Data;

/// <summary>Two lists of ids are the same when they hold the same in the same order. EF's own comparer makes a delegate at each look.</summary>
internal sealed class IdListComparer() : ValueComparer<List<Guid>>((a, b) => AreSame(a, b), ids => HashOf(ids), ids => Copy(ids))
{
    private static bool AreSame(List<Guid>? a, List<Guid>? b) => a is null || b is null ? a == b : a.SequenceEqual(b);

    private static int HashOf(List<Guid> ids)
    {
        var hash = default(HashCode);
        ids.ForEach(hash.Add);
        return hash.ToHashCode();
    }

    private static List<Guid> Copy(List<Guid> ids) => [.. ids];
}
