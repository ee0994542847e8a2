namespace Trellis.Risks;

/// <summary>A score as two lists of a form give it: both, neither, or by mistake only one.</summary>
public readonly record struct TypedScore(int? Likelihood, int? Impact)
{
    public Score? Whole => Score.Of(Likelihood, Impact);

    public bool IsHalf => Likelihood is null != Impact is null;

    public static TypedScore Of(Score? score) => new(score?.Likelihood, score?.Impact);
}
