using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks;

/// <summary>Gathers what is wrong with what somebody typed about a risk.</summary>
internal sealed class RiskChecks
{
    private readonly List<FieldError> errors = [];

    public List<FieldError> Errors => errors;

    public RiskChecks Text(string field, string? value, int longest, string? empty = null)
    {
        if (empty is not null && string.IsNullOrWhiteSpace(value))
        {
            errors.Add(new(field, empty));
        }
        else if (value?.Trim().Length > longest)
        {
            errors.Add(new(field, $"Use {longest:N0} characters or fewer"));
        }

        return this;
    }

    /// <param name="name">Which score, to begin the message: "Inherent score".</param>
    public RiskChecks ScoreOn(RiskMatrix matrix, string field, string name, TypedScore typed)
    {
        if (typed.IsHalf)
        {
            errors.Add(typed.Likelihood is null
                ? new($"{field}.Likelihood", $"{name}: choose how likely it is too, or neither")
                : new($"{field}.Impact", $"{name}: choose how grave it is too, or neither"));
        }
        else if (typed.Whole is { } score && !matrix.Holds(score))
        {
            errors.Add(new($"{field}.Likelihood", $"{name}: choose a likelihood and an impact from the lists"));
        }

        return this;
    }

    public RiskChecks That(bool isRight, string field, string wrong)
    {
        if (!isRight)
        {
            errors.Add(new(field, wrong));
        }

        return this;
    }

    public async Task<RiskChecks> OfficerAsync(AppDbContext db, Guid? officer, CancellationToken ct) =>
        That(officer is not { } id || await db.Set<Officer>().AnyAsync(o => o.Id == id && !o.Withdrawn, ct), "OwnerOfficerId", "Choose an officer from the list");
}
