using Trellis.GovUk;
using Trellis.Kernel.Calendar;

namespace Trellis.Risks.Pages;

public sealed class RiskForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public string? Cause { get; set; }
    public string? Consequence { get; set; }
    public string? Scope { get; set; }
    public ScoreForm Inherent { get; set; } = new();
    public ScoreForm Current { get; set; } = new();
    public ScoreForm Target { get; set; } = new();
    public string? Level { get; set; }
    public string? Treatment { get; set; }
    public string? Appetite { get; set; }
    public TypedDate NextReviewBy { get; set; } = new();
    public string? Controls { get; set; }
    public string? OwnerOfficerId { get; set; }

    public static RiskForm Of(Risk risk) => new()
    {
        Version = risk.Version, Title = risk.Title, Cause = risk.Cause, Consequence = risk.Consequence, Scope = risk.Scope.ToString(), Level = risk.Level,
        Inherent = ScoreForm.Of(risk.Inherent), Current = ScoreForm.Of(risk.Current), Target = ScoreForm.Of(risk.Target), Treatment = $"{risk.Treatment}",
        Appetite = $"{risk.Appetite}", NextReviewBy = TypedDate.Of(risk.NextReviewBy), Controls = risk.Controls, OwnerOfficerId = $"{risk.OwnerOfficerId}",
    };

    /// <summary>What was typed, or null after noting on <paramref name="errors"/> what cannot be understood.</summary>
    public RiskOptions? Read(FormErrors errors) => OptionalDate.Read(NextReviewBy, "Form.NextReviewBy", "Next review by", errors, out var next)
        ? new RiskOptions(Title ?? "", RiskChoices.Word<RiskScope>(Scope) ?? RiskScope.Local, Level ?? "", Controls, RiskChoices.Id(OwnerOfficerId))
        {
            Cause = Cause, Consequence = Consequence, Inherent = Inherent.Read(), Current = Current.Read(), Target = Target.Read(),
            Treatment = RiskChoices.Word<Treatment>(Treatment), Appetite = RiskChoices.Number(Appetite), NextReviewBy = next,
        }
        : null;
}

/// <summary>A date that may be left empty.</summary>
internal static class OptionalDate
{
    /// <returns>False after noting on <paramref name="errors"/> what is wrong.</returns>
    public static bool Read(TypedDate typed, string field, string name, FormErrors errors, out DateOnly? date)
    {
        date = null;
        if (typed.IsEmpty)
        {
            return true;
        }

        (date, var wrong) = typed.Read(name);
        if (wrong is not null)
        {
            errors.Add(field, wrong);
        }

        return wrong is null;
    }
}
