namespace Trellis.Risks.Pages;

/// <summary>A score as a form holds it.</summary>
public sealed class ScoreForm
{
    public string? Likelihood { get; set; }
    public string? Impact { get; set; }

    public static ScoreForm Of(Score? score) => new() { Likelihood = $"{score?.Likelihood}", Impact = $"{score?.Impact}" };

    public TypedScore Read() => new(RiskChoices.Number(Likelihood), RiskChoices.Number(Impact));
}
