using Trellis.Kernel;

namespace Trellis.Measures;

/// <summary>
/// Something by which an objective is judged. One that names another plan's whole set stands for all of that plan's
/// indicators, and has no figures of its own.
/// </summary>
public sealed class Indicator : Thing
{
    public const int LongestTitle = 300;
    public const int LongestDefinition = 4000;
    public const int LongestWords = 500;
    public const int MostDecimals = 4;

    /// <summary>Where it stands in addresses: letters, digits and hyphens.</summary>
    public string Address { get; internal init; } = "";

    public string Title { get; internal set; } = "";
    public string? Definition { get; internal set; }
    public string SortKey { get; internal set; } = "";
    public Guid? DepartmentId { get; internal set; }
    public List<Guid> OtherDepartmentIds { get; internal set; } = [];
    public Guid? LeadOfficerId { get; internal set; }
    public List<Guid> OtherOfficerIds { get; internal set; } = [];

    /// <summary>The plan whose indicators this row stands for, as the document names it.</summary>
    public string? SetOfPlan { get; internal set; }

    public IndicatorKind Kind { get; internal set; }

    /// <summary>What its figures are counted in.</summary>
    public MeasureUnit Unit { get; internal set; }

    /// <summary>The unit in words, as an axis says it: "per 10,000 aged 0 to 17".</summary>
    public string? UnitWords { get; internal set; }

    /// <summary>Decimal places with which figures are published.</summary>
    public int Decimals { get; internal set; }

    public string? Numerator { get; internal set; }
    public string? Denominator { get; internal set; }

    public Polarity Polarity { get; internal set; }

    /// <summary>Somebody said that the polarity is right; until then it is what the source proposes.</summary>
    public bool PolarityConfirmed { get; internal set; }

    public Frequency Frequency { get; internal set; }
    public Basis Basis { get; internal set; }

    /// <summary>Publisher, title and year of what defines it.</summary>
    public string? Source { get; internal set; }

    /// <summary>The names under which published files carry its figures, such as "lait:ReReferral", one a line.</summary>
    public string Feeds { get; internal set; } = "";

    internal IReadOnlyList<string> FeedList => Feeds.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A smaller change than this is none; null takes any for one.</summary>
    public decimal? SmallestGap { get; internal set; }

    /// <summary>How its colour is found, in the words of <see cref="Statuses.StatusRules"/>; null takes the council's own.</summary>
    public string? StatusRules { get; internal set; }

    /// <summary>The measure that must not get worse while this one is brought down: re-referrals where plans shall be fewer.</summary>
    public Guid? GuardId { get; internal set; }

    /// <summary>The first <see cref="Periods.Period"/> of which somebody enters the figure here; null where figures come from files alone.</summary>
    public int? EntryFrom { get; internal set; }

    /// <summary>The population that rates are of, where that is an indicator itself: then only the numerator is entered.</summary>
    public Guid? PopulationId { get; internal set; }

    /// <summary>The indicators whose counts add up to this one's: who is not in work or education, and whose activity is not known.</summary>
    public List<Guid> PartIds { get; internal set; } = [];

    /// <summary>Since when anybody may read its figures; null for an indicator of the council's own.</summary>
    public DateTimeOffset? PublicSince { get; internal set; }

    /// <summary>The account that made it public.</summary>
    public Guid? PublicBy { get; internal set; }

    public bool IsPublic => PublicSince is not null;
}

public enum IndicatorKind
{
    /// <summary>The council is judged by it.</summary>
    Performance,

    /// <summary>Tells what the place is like; nobody is held to it.</summary>
    Contextual,

    /// <summary>Published figures that no plan uses yet.</summary>
    DataOnly,
}

public enum MeasureUnit
{
    NotSaid,
    Number,
    Percentage,
    PerThousand,
    PerTenThousand,
    PerHundredThousand,
    Pounds,
    Score,
}

/// <summary>Which way is better.</summary>
public enum Polarity
{
    /// <summary>Neither: more may be better or worse.</summary>
    None,

    High,
    Low,

    /// <summary>As near to the plan as can be.</summary>
    PlanIsBest,
}

public enum Frequency
{
    Yearly,
    Termly,
    Quarterly,
    Monthly,
}

/// <summary>What of time a figure is of.</summary>
public enum Basis
{
    /// <summary>What happened in a period that shares nothing with the next.</summary>
    Period,

    /// <summary>What stood at a moment.</summary>
    Snapshot,

    /// <summary>What has happened since the year began.</summary>
    YearToDate,

    /// <summary>The last twelve months, told anew each month.</summary>
    Rolling12Months,
}
