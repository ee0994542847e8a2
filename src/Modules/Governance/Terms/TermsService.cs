using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Governance.Terms;

public sealed record TermsOptions(string Text, DateOnly AgreedOn, DateOnly? ReviewBy) : ThingOptions<TermsOfReference>
{
    public static TermsOptions Of(TermsOfReference terms) => new(terms.Text, terms.AgreedOn, terms.ReviewBy);

    public override List<FieldError> Check() => new FieldChecks()
        .Needed("Text", Text, TermsOfReference.LongestText, "Enter the terms of reference")
        .Must(ReviewBy is null || ReviewBy > AgreedOn, "ReviewBy.Day", "The review must be after the day on which they were agreed")
        .Errors;

    internal override void Fill(TermsOfReference terms) => (terms.Text, terms.AgreedOn, terms.ReviewBy) = (Text.Trim(), AgreedOn, ReviewBy);

    internal override ThingOptions<TermsOfReference> SavedIn(TermsOfReference terms) => Of(terms);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) =>
        [("Text", Text), ("Agreed on", $"{AgreedOn:d MMMM yyyy}"), ("Review by", $"{ReviewBy:d MMMM yyyy}")];
}

/// <summary>Keeps the versions of a forum's terms of reference.</summary>
public sealed class TermsService(AppDbContext db, TimeProvider clock)
{
    public static string AddressOf(Forum forum) => $"{ForumService.AddressOf(forum)}/terms";

    /// <summary>All versions, the one that holds first.</summary>
    public Task<List<TermsOfReference>> AllAsync(Guid forumId, CancellationToken ct) =>
        Of(forumId).AsNoTracking().OrderByDescending(t => t.Number).ToListAsync(ct);

    public Task<TermsOfReference?> FindAsync(Guid forumId, int number, CancellationToken ct) =>
        Of(forumId).AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, ct);

    public async Task<Result<TermsOfReference>> AddAsync(Guid forumId, TermsOptions options, Process process, CancellationToken ct)
    {
        var last = await Of(forumId).MaxAsync(t => (int?)t.Number, ct) ?? 0;
        return await db.AddAsync(new TermsOfReference { Id = ThingId.New(clock), ForumId = forumId, Number = last + 1 }, options, process, ct);
    }

    public async Task<Result<TermsOfReference>> ChangeAsync(Guid forumId, int number, int version, TermsOptions options, Process process, CancellationToken ct) =>
        await db.ChangeAsync(await Of(forumId).SingleOrDefaultAsync(t => t.Number == number, ct), version, options, process, ct);

    private IQueryable<TermsOfReference> Of(Guid forumId) => db.Set<TermsOfReference>().Where(t => t.ForumId == forumId && !t.Withdrawn);
}
