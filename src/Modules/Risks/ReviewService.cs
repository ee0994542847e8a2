using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;

namespace Trellis.Risks;

public sealed record ReviewOptions(DateOnly On, string Found, TypedScore Inherent, TypedScore Current, TypedScore Target, DateOnly? NextReviewBy);

/// <summary>A review with the name of who wrote it.</summary>
public sealed record WrittenReview(RiskReview Review, string Who);

/// <summary>Reviews of risks: each leaves what was found, and puts the scores onto the risk.</summary>
public sealed class ReviewService(AppDbContext db, MatrixService matrices, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>The newest first.</summary>
    public Task<Paged<WrittenReview>> OfAsync(Guid risk, int? page, CancellationToken ct) => (
        from review in db.Set<RiskReview>().AsNoTracking()
        join account in db.Set<Account>() on review.AccountId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        where review.RiskId == risk && !review.Withdrawn
        orderby review.On descending, review.Id descending
        select new WrittenReview(review, account == null ? "Trellis" : account.DisplayName)).ToPageAsync(page, ct);

    /// <param name="version">The version of the risk that was looked at.</param>
    public async Task<Result<Risk>> WriteAsync(Guid riskId, int version, ReviewOptions options, Process process, CancellationToken ct)
    {
        var matrix = await matrices.GetAsync(ct);
        return await new RowChange<Risk>(() => Task.FromResult(Check(options, matrix)), Put, saved => Task.FromResult(Meet(saved, options, matrix)))
            .SaveAsync(db, db.Set<Risk>().Where(r => r.Id == riskId && !r.Withdrawn), version, process, ct);

        void Put(Risk risk)
        {
            (risk.Inherent, risk.Current, risk.Target, risk.NextReviewBy) = (options.Inherent.Whole, options.Current.Whole, options.Target.Whole, options.NextReviewBy);
            matrix.Judge(risk);
            db.Add(New(risk, options, process));
        }
    }

    private RiskReview New(Risk risk, ReviewOptions options, Process process) => new()
    {
        Id = ThingId.New(clock), RiskId = risk.Id, On = options.On, AccountId = process.Who.AccountId, Found = options.Found.Trim(), Level = risk.Level, NextReviewBy = options.NextReviewBy,
        InherentLikelihood = risk.InherentLikelihood, InherentImpact = risk.InherentImpact, CurrentLikelihood = risk.CurrentLikelihood, CurrentImpact = risk.CurrentImpact,
        TargetLikelihood = risk.TargetLikelihood, TargetImpact = risk.TargetImpact,
    };

    private List<FieldError> Check(ReviewOptions options, RiskMatrix matrix) => new RiskChecks()
        .Text("Found", options.Found, RiskReview.LongestFound, "Enter what you found")
        .That(options.On <= calendar.Today, "On", "The day of the review must be today or earlier")
        .ScoreOn(matrix, "Inherent", "Inherent score", options.Inherent)
        .ScoreOn(matrix, "Current", "Current score", options.Current)
        .ScoreOn(matrix, "Target", "Target score", options.Target)
        .That(options.NextReviewBy is null || options.NextReviewBy > options.On, "NextReviewBy", "The next review must be after this one")
        .Errors;

    private static Conflict Meet(Risk saved, ReviewOptions yours, RiskMatrix matrix) => new(saved.Version,
    [
        new("Inherent score", matrix.Words(saved.Inherent), matrix.Words(yours.Inherent.Whole)),
        new("Current score", matrix.Words(saved.Current), matrix.Words(yours.Current.Whole)),
        new("Target score", matrix.Words(saved.Target), matrix.Words(yours.Target.Whole)),
        new("Next review by", $"{saved.NextReviewBy:d MMMM yyyy}", $"{yours.NextReviewBy:d MMMM yyyy}"),
        new("What you found", "", yours.Found),
    ]);
}
