namespace Trellis.Risks;

/// <summary>What a risk is made of, as a form or a document gives it.</summary>
/// <param name="Level">In words, for a risk without a current score; with one the level follows from it.</param>
public sealed record RiskOptions(string Title, RiskScope Scope, string Level, string? Controls, Guid? OwnerOfficerId)
{
    public string? Cause { get; init; }
    public string? Consequence { get; init; }
    public TypedScore Inherent { get; init; }
    public TypedScore Current { get; init; }
    public TypedScore Target { get; init; }
    public Treatment? Treatment { get; init; }
    public int? Appetite { get; init; }
    public DateOnly? NextReviewBy { get; init; }

    public static RiskOptions Of(Risk risk) => new(risk.Title, risk.Scope, risk.Level, risk.Controls, risk.OwnerOfficerId)
    {
        Cause = risk.Cause, Consequence = risk.Consequence, Treatment = risk.Treatment, Appetite = risk.Appetite, NextReviewBy = risk.NextReviewBy,
        Inherent = TypedScore.Of(risk.Inherent), Current = TypedScore.Of(risk.Current), Target = TypedScore.Of(risk.Target),
    };
}
