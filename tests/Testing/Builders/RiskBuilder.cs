using Trellis.Kernel;
using Trellis.Risks;

namespace Trellis.Testing;

/// <summary>Makes a risk, without scores unless they are given.</summary>
public sealed class RiskBuilder
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    public string Title { get; init; } = "Too few social workers";

    public Guid? OwnerId { get; init; }

    public string Level { get; init; } = "Medium";

    public (int Likelihood, int Impact)? Inherent { get; init; }

    public (int Likelihood, int Impact)? Current { get; init; }

    public (int Likelihood, int Impact)? Target { get; init; }

    public int? Appetite { get; init; }

    public DateOnly? NextReviewBy { get; init; }

    public string? Controls { get; init; }

    public Task<Risk> MakeAsync(TrellisHost host) => host.InScopeAsync(async services => Done(await services.Get<RiskService>().CreateAsync(
        new RiskOptions(Title, RiskScope.Local, Level, Controls, OwnerId)
        {
            Inherent = Typed(Inherent), Current = Typed(Current), Target = Typed(Target), Appetite = Appetite, NextReviewBy = NextReviewBy,
        },
        Made, default)));

    /// <summary>Adds an open action to a risk.</summary>
    public static Task<RiskAction> ActionAsync(TrellisHost host, Risk risk, string text, Guid? owner, DateOnly due) => host.InScopeAsync(async services =>
        Done(await services.Get<RiskActionService>().AddAsync(risk.Id, new RiskActionOptions(text, owner, due, ActionState.Open, null), Made, default)));

    /// <summary>Adds a control to a risk.</summary>
    public static Task<RiskControl> ControlAsync(TrellisHost host, Risk risk, string text, Guid? owner) => host.InScopeAsync(async services =>
        Done(await services.Get<ControlService>().AddAsync(risk.Id, new ControlOptions(text, owner, null), Made, default)));

    private static TypedScore Typed((int Likelihood, int Impact)? score) => new(score?.Likelihood, score?.Impact);

    private static T Done<T>(Result<T> result) => result.Value ?? throw new InvalidOperationException(string.Join("; ", result.Errors));
}
