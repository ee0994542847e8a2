using Trellis.Kernel;

namespace Trellis.Risks;

/// <summary>Something that may keep the plan from succeeding: why it may happen, what happens, and what follows.</summary>
public sealed class Risk : Thing
{
    public const int LongestTitle = 300;
    public const int LongestText = 4000;
    public const int LongestLevel = 40;

    /// <summary>Where it stands in addresses: letters, digits and hyphens.</summary>
    public string Address { get; internal init; } = "";

    /// <summary>The event: what may happen.</summary>
    public string Title { get; internal set; } = "";
    public string SortKey { get; internal set; } = "";
    public string? Cause { get; internal set; }
    public string? Consequence { get; internal set; }
    public RiskScope Scope { get; internal set; }

    /// <summary>The band of the current score; as written where there is no score: high, medium, low, or the council's own word.</summary>
    public string Level { get; internal set; } = "";

    /// <summary>How high the level stands in the council's matrix, from 1; null where there is no score.</summary>
    public int? LevelRank { get; internal set; }

    /// <summary>Controls and actions as a document wrote them, until they are kept one by one.</summary>
    public string? Controls { get; internal set; }
    public Guid? OwnerOfficerId { get; internal set; }

    public int? InherentLikelihood { get; internal set; }
    public int? InherentImpact { get; internal set; }
    public int? CurrentLikelihood { get; internal set; }
    public int? CurrentImpact { get; internal set; }
    public int? TargetLikelihood { get; internal set; }
    public int? TargetImpact { get; internal set; }

    public Treatment? Treatment { get; internal set; }

    /// <summary>The highest band that the council accepts for this risk, from 1.</summary>
    public int? Appetite { get; internal set; }

    public DateOnly? NextReviewBy { get; internal set; }

    /// <summary>Before anything was done about it.</summary>
    public Score? Inherent
    {
        get => Score.Of(InherentLikelihood, InherentImpact);
        internal set => (InherentLikelihood, InherentImpact) = (value?.Likelihood, value?.Impact);
    }

    /// <summary>As it stands, with what is in place.</summary>
    public Score? Current
    {
        get => Score.Of(CurrentLikelihood, CurrentImpact);
        internal set => (CurrentLikelihood, CurrentImpact) = (value?.Likelihood, value?.Impact);
    }

    /// <summary>Where the actions shall bring it.</summary>
    public Score? Target
    {
        get => Score.Of(TargetLikelihood, TargetImpact);
        internal set => (TargetLikelihood, TargetImpact) = (value?.Likelihood, value?.Impact);
    }

    public bool IsAboveAppetite => LevelRank > Appetite;

    public Score? At(ScoreKind kind) => kind switch
    {
        ScoreKind.Inherent => Inherent,
        ScoreKind.Target => Target,
        _ => Current,
    };
}

public enum RiskScope
{
    Local,
    National,
}

/// <summary>What is done about a risk.</summary>
public enum Treatment
{
    Treat,
    Tolerate,
    Transfer,
    Terminate,
}

/// <summary>Which of a risk's three scores.</summary>
public enum ScoreKind
{
    Current,
    Inherent,
    Target,
}
