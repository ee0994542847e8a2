namespace Trellis.People.Linking;

/// <summary>Which groups must not come together, while groups are joined.</summary>
internal sealed class ApartGroups
{
    private readonly Groups groups;
    private readonly Dictionary<Guid, HashSet<Guid>> apart = [];

    public ApartGroups(Groups groups, IEnumerable<(Guid A, Guid B)> pairs)
    {
        this.groups = groups;
        foreach (var (a, b) in pairs)
        {
            Of(a).Add(b);
            Of(b).Add(a);
        }
    }

    public bool AreApart(Guid a, Guid b) => apart.TryGetValue(a, out var others) && others.Any(other => groups.Of(other) == b);

    /// <summary>What either must be apart from, both must be now.</summary>
    public void Joined(Guid a, Guid b)
    {
        if (apart.ContainsKey(a) || apart.ContainsKey(b))
        {
            HashSet<Guid> both = [.. Of(a), .. Of(b)];
            apart[a] = apart[b] = both;
        }
    }

    private HashSet<Guid> Of(Guid one) => apart.TryGetValue(one, out var others) ? others : apart[one] = [];
}
