namespace Trellis.Linkage;

/// <summary>Two records of which a person said that they are one person, or that they are not.</summary>
/// <param name="A">The number of a record, from 0.</param>
/// <param name="B">That of another.</param>
public readonly record struct DecidedPair(int A, int B);

/// <summary>What people decided: it binds, whatever the model says.</summary>
/// <param name="Must">Pairs that are one person.</param>
/// <param name="Cannot">Pairs that are two.</param>
public sealed record Decisions(IReadOnlyList<DecidedPair> Must, IReadOnlyList<DecidedPair> Cannot)
{
    /// <summary>Nothing was decided.</summary>
    public static Decisions None { get; } = new([], []);
}

/// <summary>Why somebody must look at two records.</summary>
public enum DoubtKind
{
    /// <summary>Decisions make them one person and two at once. They are kept apart.</summary>
    DecisionsContradict,

    /// <summary>Decided to be one person, which the model thinks unlikely (below 0.05).</summary>
    OneByDecisionOnly,

    /// <summary>Decided to be two persons, which the model takes for one (0.95 and more).</summary>
    TwoByDecisionOnly,

    /// <summary>One agency gave them one identifier, so they are one person, which the model thinks unlikely (below 0.05).</summary>
    OneByAgencyIdentifierOnly,

    /// <summary>One agency gave them one identifier, and they are decided to be two persons. They are kept apart.</summary>
    AgencyIdentifierContradictsDecision,

    /// <summary>They have one identifier and are not taken for one person: somebody may have been given another's.</summary>
    SameIdentifierApart,

    /// <summary>They have two identifiers of a kind of which a person has one, and are taken for one person.</summary>
    OtherIdentifierTogether,
}

/// <summary>Two records that somebody must look at.</summary>
/// <param name="Kind">Why.</param>
/// <param name="A">The number of a record.</param>
/// <param name="B">That of another.</param>
/// <param name="Probability">That both are of one person, by the model.</param>
public readonly record struct Doubt(DoubtKind Kind, int A, int B, double Probability);
