namespace Trellis.Risks;

/// <summary>How likely, and how grave: each from 1, on the council's own matrix.</summary>
public readonly record struct Score(int Likelihood, int Impact)
{
    /// <summary>The usual number of a score: likelihood times impact.</summary>
    public int Product => Likelihood * Impact;

    /// <summary>Null unless both are known.</summary>
    public static Score? Of(int? likelihood, int? impact) => likelihood is { } l && impact is { } i ? new Score(l, i) : null;

    /// <summary>"4 × 3 = 12", on one line wherever it stands.</summary>
    public override string ToString() => $"{Likelihood}\u00a0×\u00a0{Impact}\u00a0=\u00a0{Product}";
}
