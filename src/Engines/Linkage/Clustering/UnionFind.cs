namespace Trellis.Linkage;

/// <summary>Sets of records that grow together; a set is known by its smallest record.</summary>
internal sealed class UnionFind
{
    private readonly int[] parents;

    public UnionFind(int count)
    {
        parents = new int[count];
        for (var i = 0; i < count; i++)
        {
            parents[i] = i;
        }
    }

    public int Find(int record)
    {
        while (parents[record] != record)
        {
            record = parents[record] = parents[parents[record]];
        }

        return record;
    }

    public void Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a != b)
        {
            parents[Math.Max(a, b)] = Math.Min(a, b);
        }
    }
}
