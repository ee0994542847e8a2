namespace Trellis.Plans.Import;

/// <summary>Which column of a table holds what.</summary>
internal sealed class ColumnMap(IReadOnlyList<ColumnRole> roles)
{
    public IReadOnlyList<ColumnRole> Roles { get; } = roles;

    public int Count => Roles.Count;

    public TableKind Kind { get; } = KindOf(roles);

    public bool Has(ColumnRole role) => IndexOf(role) >= 0;

    public int IndexOf(ColumnRole role) => IndexOf(Roles, role);

    /// <summary>The columns in the order of meaning: objective, action, milestone, deadline …</summary>
    public int[] InOrderOfMeaning()
    {
        var order = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            var before = 0;
            for (var j = 0; j < Count; j++)
            {
                before += Roles[j] < Roles[i] || (Roles[j] == Roles[i] && j < i) ? 1 : 0;
            }

            order[before] = i;
        }

        return order;
    }

    private static int IndexOf(IReadOnlyList<ColumnRole> roles, ColumnRole role)
    {
        for (var i = 0; i < roles.Count; i++)
        {
            if (roles[i] == role)
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
            roles[i] = IndexOf(roles, roles[i]) < i ? ColumnRole.Unknown : roles[i];
        }

        var map = new ColumnMap(AsRisks(roles));
        return map.Kind == TableKind.Unknown ? null : map;
    }

    /// <summary>"Rating" beside "Risk" is a level, but a risk's "Status" or "Owner" stays what it is.</summary>
    private static ColumnRole[] AsRisks(ColumnRole[] roles)
    {
        if (!Holds(roles, ColumnRole.Risk))
        {
            return roles;
        }

        return Array.ConvertAll(
            roles,
            role => role == ColumnRole.Progress && !Holds(roles, ColumnRole.RiskLevel) ? ColumnRole.RiskLevel : role
        );
    }

    private static bool Holds(IReadOnlyList<ColumnRole> roles, ColumnRole role) => IndexOf(roles, role) >= 0;

    private static TableKind KindOf(IReadOnlyList<ColumnRole> roles) =>
        Holds(roles, ColumnRole.Risk) ? TableKind.Risks
        : Holds(roles, ColumnRole.Action) || Holds(roles, ColumnRole.Milestone) ? TableKind.Actions
        : Holds(roles, ColumnRole.Indicator) ? TableKind.Indicators
        : Holds(roles, ColumnRole.Due) && Holds(roles, ColumnRole.Objective) ? TableKind.Actions
        : Holds(roles, ColumnRole.ReviewedBy) && Holds(roles, ColumnRole.Objective) ? TableKind.Indicators
        : Holds(roles, ColumnRole.RiskLevel) && Holds(roles, ColumnRole.RiskType) ? TableKind.Risks
        : TableKind.Unknown;
}
