using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.StatutoryReturns.Checking;
using Trellis.StatutoryReturns.Uploads;

namespace Trellis.StatutoryReturns.Explanations;

/// <summary>An assignment with the names of the two people and what it is of.</summary>
public sealed record AssignmentLine(Assignment Assignment, string Who, string GivenBy, string Kind, int Year);

/// <summary>Gives failures of a kept return to people, who may then open it.</summary>
public sealed class AssignmentService(AppDbContext db, TimeProvider clock)
{
    /// <summary>Those who may check returns, by name.</summary>
    public async Task<List<Account>> AnalystsAsync(CancellationToken ct)
    {
        var roles = StatutoryReturnsPermission.All.Single(p => p.Name == StatutoryReturnsPermission.Check).Roles;
        return [.. (await db.Users.AsNoTracking().Where(a => !a.Closed).ToListAsync(ct)).Where(a => a.Roles.Any(roles.Contains)).OrderBy(a => a.DisplayName, StringComparer.OrdinalIgnoreCase)];
    }

    public async Task<Result<Assignment>> AssignAsync(CheckedReturn given, FailureFilter filter, int count, Guid account, Process process, CancellationToken ct)
    {
        if (!given.IsKept)
        {
            return new FieldError("AccountId", "This return is not kept, so nobody else can look at it");
        }

        if (count == 0 || !(await AnalystsAsync(ct)).Exists(a => a.Id == account) || process.Who.AccountId is not { } by)
        {
            return new FieldError("AccountId", "Choose who shall look at these");
        }

        var upload = await db.Set<ReturnUpload>().SingleAsync(u => u.Id == given.Id, ct);
        upload.LetIn(account);
        var assignment = new Assignment { Id = ThingId.New(clock), UploadId = given.Id, Filter = $"{filter}", Count = count, AccountId = account, GivenBy = by, At = clock.GetUtcNow() };
        db.Add(assignment);
        await db.SaveAsync(process, ct);
        return assignment;
    }

    /// <summary>What was given out of a return and is not done yet.</summary>
    public Task<List<AssignmentLine>> OfUploadAsync(Guid upload, CancellationToken ct) => LinesAsync(db.Set<Assignment>().Where(a => a.UploadId == upload), ct);

    /// <summary>What a person shall look at.</summary>
    public Task<List<AssignmentLine>> OfAccountAsync(Guid account, CancellationToken ct) => LinesAsync(db.Set<Assignment>().Where(a => a.AccountId == account), ct);

    /// <summary>By whoever it was given to, or whoever gave it.</summary>
    public async Task<Result<Assignment>> FinishAsync(Guid id, Process process, CancellationToken ct)
    {
        var who = process.Who.AccountId;
        if (await db.Set<Assignment>().SingleOrDefaultAsync(a => a.Id == id && a.DoneAt == null && (a.AccountId == who || a.GivenBy == who), ct) is not { } assignment)
        {
            return NotFound.Row;
        }

        assignment.DoneAt = clock.GetUtcNow();
        await db.SaveAsync(process, ct);
        return assignment;
    }

    private async Task<List<AssignmentLine>> LinesAsync(IQueryable<Assignment> of, CancellationToken ct) =>
        [
            .. (await (
                from assignment in of.AsNoTracking()
                join upload in db.Set<ReturnUpload>() on assignment.UploadId equals upload.Id
                join account in db.Users on assignment.AccountId equals account.Id
                join giver in db.Users on assignment.GivenBy equals giver.Id
                where assignment.DoneAt == null && upload.ErasedAt == null
                orderby assignment.At, assignment.Id
                select new { Assignment = assignment, Who = account.DisplayName, By = giver.DisplayName, upload.Kind, upload.Year }).ToListAsync(ct))
                .Select(a => new AssignmentLine(a.Assignment, a.Who, a.By, a.Kind, a.Year)),
        ];
}
