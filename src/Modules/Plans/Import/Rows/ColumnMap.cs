namespace Trellis.Plans.Import;

/// <summary>Which column of a table holds what.</summary>
internal sealed class ColumnMap(IReadOnlyList<ColumnRole> roles)
{
    public IReadOnlyList<ColumnRole> Roles { get; } = roles;

    public int Count => Roles.Count;

    public TableKind Kind { get; } = KindOf(roles);

    public bool Has(ColumnRole role) => Roles.Contains(role);

    public int IndexOf(ColumnRole role)
    {
        for (var i = 0; i < Roles.Count; i++)
        {
            if (Roles[i] == role)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Two heads that say the same, in the same order.</summary>
    public bool IsSame(ColumnMap other) => Roles.SequenceEqual(other.Roles);

    /// <summary>The map that a row of heads gives, or null when the row is no row of heads.</summary>
    public static ColumnMap? OfHeads(IReadOnlyList<string> cells)
    {
        var filled = cells.Count(cell => cell.Length > 0);
        var roles = new ColumnRole[cells.Count];
        var unknown = 0;
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = ColumnWords.RoleOf(cells[i]);
            unknown += roles[i] == ColumnRole.Unknown && cells[i].Length > 0 ? 1 : 0;
            if (unknown * 2 > filled)
            {
                return null;
            }
        }

        if (filled - unknown < 2 || cells.Any(cell => Words.Count(cell) > 8 || ReadDue.Parse(cell).IsClear))
        {
            return null;
        }

        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = Array.IndexOf(roles, roles[i]) < i ? ColumnRole.Unknown : roles[i];
        }

        var map = new ColumnMap(AsRisks(roles));
        return map.Kind == TableKind.Unknown ? null : map;
    }

    /// <summary>"Rating" beside "Risk" is a level, but a risk's "Status" or "Owner" stays what it is.</summary>
    private static ColumnRole[] AsRisks(ColumnRole[] roles)
    {
        if (!roles.Contains(ColumnRole.Risk))
        {
            return roles;
        }

        return Array.ConvertAll(
            roles,
            role => role == ColumnRole.Progress && !roles.Contains(ColumnRole.RiskLevel) ? ColumnRole.RiskLevel : role
        );
    }

    private static TableKind KindOf(IReadOnlyList<ColumnRole> roles) =>
        roles.Contains(ColumnRole.Risk) ? TableKind.Risks
        : roles.Contains(ColumnRole.Action) || roles.Contains(ColumnRole.Milestone) ? TableKind.Actions
        : roles.Contains(ColumnRole.Indicator) ? TableKind.Indicators
        : roles.Contains(ColumnRole.Due) && roles.Contains(ColumnRole.Objective) ? TableKind.Actions
        : roles.Contains(ColumnRole.ReviewedBy) && roles.Contains(ColumnRole.Objective) ? TableKind.Indicators
        : roles.Contains(ColumnRole.RiskLevel) && roles.Contains(ColumnRole.RiskType) ? TableKind.Risks
        : TableKind.Unknown;
}
