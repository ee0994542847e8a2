using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Outbox;
using Trellis.Kernel.Settings;
using Trellis.Measures;
using Trellis.StatutoryReturns.Checking;

namespace Trellis.StatutoryReturns.Uploads;

/// <summary>Keeps returns, opens them for those who may, and deletes them so that it can be proved.</summary>
public sealed class UploadService(
    AppDbContext db, PersonalValues keys, SubjectErasing erasing, OpenReturns open, OutboxService outbox, CouncilSettings settings, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>So long may somebody ask for a return to be kept.</summary>
    public const int MostMonths = 24;

    /// <summary>Writes the files and forgets nothing of what was found: the return stays open under the upload's id.</summary>
    public async Task<Result<ReturnUpload>> KeepAsync(CheckedReturn given, IReadOnlyList<GivenFile> files, int months, Guid? earlier, Process process, CancellationToken ct)
    {
        if (months is < 1 or > MostMonths)
        {
            return new FieldError("Months", $"Enter for how many months it shall be kept, from 1 to {MostMonths}");
        }

        var sealedFiles = await SealedFiles.SealAsync(db, keys, given.Id, files, ct);
        var names = string.Join(", ", files.Select(f => f.IsLastYear ? $"{f.Name} (last year's)" : f.Name));
        var upload = new ReturnUpload
        {
            Id = given.Id, Kind = given.Return.Name, Year = given.Return.Year.Number, Files = files.Count, Bytes = given.Bytes, SealedHash = HashOf(sealedFiles),
            FileNames = await keys.SealAsync(db, given.Id, Encoding.UTF8.GetBytes(names.Length > ReturnUpload.LongestFileNames ? names[..ReturnUpload.LongestFileNames] : names), ct),
            At = given.At, OwnerId = given.AccountId, KeepUntil = calendar.Today.AddMonths(months), EarlierId = earlier, Errors = given.ErrorCount, Queries = given.Failures.Count - given.ErrorCount,
        };
        db.Add(upload);
        db.AddRange(sealedFiles);
        await db.SaveAsync(process, ct);
        open.Add(given);
        return upload;
    }

    /// <summary>Whose returns these are, as the council's settings say; null where they do not. Some rules ask for it.</summary>
    public async Task<string?> AuthorityAsync(CancellationToken ct) => await settings.GetAsync(MeasuresSettings.Place, ct) is { Length: > 0 } place ? place : null;

    /// <summary>That there are uploads, whoever's they are: what stands in them is another matter.</summary>
    public Task<Paged<ReturnUpload>> PageAsync(int? page, CancellationToken ct) =>
        db.Set<ReturnUpload>().AsNoTracking().OrderByDescending(u => u.At).ThenByDescending(u => u.Id).ToPageAsync(page, ct);

    public Task<ReturnUpload?> FindAsync(Guid id, CancellationToken ct) => db.Set<ReturnUpload>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);

    /// <summary>A return that is open or kept, the kept one read and checked again; null where there is none, where it is deleted, and for whoever may not open it.</summary>
    public async Task<CheckedReturn?> OpenAsync(Guid id, Guid? account, CancellationToken ct)
    {
        if (open.Find(id) is { IsKept: false } unkept)
        {
            return unkept.AccountId == account ? unkept : null;
        }

        if (await FindAsync(id, ct) is not { IsErased: false } upload || !upload.MayOpen(account))
        {
            return null;
        }

        if (open.Find(id) is { } known)
        {
            return known;
        }

        // Of the earlier one no more is shown than how many failures it had.
        var earlier = upload.EarlierId is { } before && await FindAsync(before, ct) is { } last ? open.Find(before) ?? await CheckAsync(last, null, ct) : null;
        if (await CheckAsync(upload, earlier, ct) is not { } given)
        {
            return null;
        }

        open.Add(given);
        return given;
    }

    private async Task<CheckedReturn?> CheckAsync(ReturnUpload upload, CheckedReturn? earlier, CancellationToken ct) =>
        await FilesAsync(upload.Id, ct) is { } files ? (await new GivenReturn(files, upload.Year, await AuthorityAsync(ct)).CheckAsync(upload.Id, upload.OwnerId, true, earlier, upload.At, ct)).Value : null;

    /// <summary>The names of its files; null where its key is destroyed.</summary>
    public async Task<string?> FileNamesAsync(ReturnUpload upload, CancellationToken ct) =>
        upload.IsErased || await keys.OpenAsync(db, upload.Id, upload.FileNames, ct) is not { } names ? null : Encoding.UTF8.GetString(names);

    private async Task<List<GivenFile>?> FilesAsync(Guid id, CancellationToken ct)
    {
        var files = await db.Set<SealedFile>().AsNoTracking().Where(f => f.UploadId == id).ToListAsync(ct);
        return files.Count == 0 ? null : await SealedFiles.OpenAsync(db, keys, id, files, ct);
    }

    /// <summary>Lets another analyst open it.</summary>
    public async Task<Result<ReturnUpload>> ShareAsync(Guid id, Guid reader, Process process, CancellationToken ct)
    {
        if (await OwnAsync(id, process, ct) is not { } upload || !await db.Users.AnyAsync(a => a.Id == reader && !a.Closed, ct))
        {
            return NotFound.Row;
        }

        return await AddReaderAsync(upload, reader, process, ct);
    }

    public async Task<Result<ReturnUpload>> UnshareAsync(Guid id, Guid reader, Process process, CancellationToken ct)
    {
        if (await OwnAsync(id, process, ct) is not { } upload)
        {
            return NotFound.Row;
        }

        upload.ReaderIds = [.. upload.ReaderIds.Where(r => r != reader)];
        await db.SaveAsync(process, ct);
        return upload;
    }

    /// <summary>Opens somebody else's return for a reason, of which its owner is told at once.</summary>
    public async Task<Result<ReturnUpload>> BreakGlassAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<ReturnUpload>().SingleOrDefaultAsync(u => u.Id == id && u.ErasedAt == null, ct) is not { } upload || process.Who.AccountId is not { } reader)
        {
            return NotFound.Row;
        }

        if (process.Why is not { Length: >= LeastReason })
        {
            return new FieldError("Why", $"Enter why you have to open it, in {LeastReason} characters or more");
        }

        outbox.Stage(
            upload.OwnerId, "Your return was opened by somebody else",
            $"Somebody whom you had not named opened the {upload.Kind} of {upload.Year} that you keep, and gave this reason: {process.Why}\n\nWho it was, and what they read: /returns/{id}/access");
        return await AddReaderAsync(upload, reader, process, ct);
    }

    private const int LeastReason = 20;

    private async Task<Result<ReturnUpload>> AddReaderAsync(ReturnUpload upload, Guid reader, Process process, CancellationToken ct)
    {
        if (upload.LetIn(reader))
        {
            await db.SaveAsync(process, ct);
        }

        return upload;
    }

    /// <summary>Deletes the files and destroys their key: what a backup still holds of them nobody can read.</summary>
    public async Task<Result<ReturnUpload>> EraseAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await OwnAsync(id, process, ct) is not { } upload)
        {
            return NotFound.Row;
        }

        await EraseAsync(upload, process, ct);
        return upload;
    }

    /// <summary>Deletes those whose time is over, and what a restored backup brought back without its key.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseDueAsync(Process process, CancellationToken ct)
    {
        var today = calendar.Today;
        var due = new List<ReturnUpload>();
        foreach (var upload in await db.Set<ReturnUpload>().Where(u => u.ErasedAt == null).ToListAsync(ct))
        {
            if (upload.KeepUntil < today || await erasing.IsErasedAsync(upload.Id, ct))
            {
                due.Add(upload);
            }
        }

        foreach (var upload in due)
        {
            await EraseAsync(upload, process, ct);
        }

        return due.Count;
    }

    /// <summary>What is left of an upload, looked up anew.</summary>
    public async Task<Remains> RemainsAsync(Guid id, CancellationToken ct) => new(
        await db.Set<SealedFile>().CountAsync(f => f.UploadId == id, ct), await erasing.IsErasedAsync(id, ct), open.Find(id) is null);

    private Task EraseAsync(ReturnUpload upload, Process process, CancellationToken ct) => erasing.EraseAsync(upload.Id, async () =>
    {
        db.RemoveRange(await db.Set<SealedFile>().Where(f => f.UploadId == upload.Id).ToListAsync(ct));
        (upload.ErasedAt, upload.ErasedBy, upload.FileNames) = (clock.GetUtcNow(), process.Who.AccountId, []);
        await db.SaveAsync(process, ct);
        open.Forget(upload.Id);
    }, ct);

    private async Task<ReturnUpload?> OwnAsync(Guid id, Process process, CancellationToken ct) =>
        await db.Set<ReturnUpload>().SingleOrDefaultAsync(u => u.Id == id && u.ErasedAt == null, ct) is { } upload && upload.OwnerId == process.Who.AccountId ? upload : null;

    private static string HashOf(IEnumerable<SealedFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>What is left of a deleted upload.</summary>
/// <param name="Files">Encrypted files in the database.</param>
/// <param name="KeyIsGone">No key of it in the database or in this program.</param>
/// <param name="IsForgotten">Nothing of it in this program's memory.</param>
public sealed record Remains(int Files, bool KeyIsGone, bool IsForgotten)
{
    public bool AreNone => Files == 0 && KeyIsGone && IsForgotten;
}
