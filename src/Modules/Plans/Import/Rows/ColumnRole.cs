namespace Trellis.Plans.Import;

/// <summary>What a column of a plan's table holds.</summary>
internal enum ColumnRole
{
    Unknown,
    Objective,
    Action,
    Milestone,
    Due,
    Department,
    Officer,
    Progress,
    Indicator,
    ReviewedBy,
    Risk,
    RiskType,
    RiskLevel,
}

/// <summary>The tables that a plan document has.</summary>
internal enum TableKind
{
    Unknown,
    Actions,
    Indicators,
    Risks,
}
