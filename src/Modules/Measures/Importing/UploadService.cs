using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Files;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Importing;

/// <summary>An upload with what its files would do.</summary>
public sealed record OpenUpload(FigureUpload Upload, ImportPreview Preview);

/// <summary>Stages published files, shows what they would do, and saves them in one step.</summary>
public sealed class UploadService(AppDbContext db, FigureImportService imports, TimeProvider clock)
{
    /// <summary>Uploads with more figures than this are saved beside the request.</summary>
    public const int ManyFigures = 5000;

    public async Task<Result<FigureUpload>> StageAsync(IReadOnlyList<GivenFile> given, DateOnly? asAt, Process process, CancellationToken ct)
    {
        if (given.Count is 0 or > FigureUpload.MostFiles)
        {
            return new FieldError("Files", $"Choose 1 to {FigureUpload.MostFiles} files that belong together");
        }

        var reading = await imports.ReadAsync(given, null, ct);
        if (reading.Faults.Count > 0 && (reading.UnknownColumns is null || given.Count > 1))
        {
            return reading.Faults.Take(20).Select(fault => new FieldError("Files", $"{fault}".TrimEnd('.'))).ToList();
        }

        var id = ThingId.New(clock);
        var names = string.Join(", ", given.Select(f => EvidenceType.SafeName(f.Name)));
        var upload = new FigureUpload
        {
            Id = id, FileNames = names.Length > FigureBatch.LongestSource ? names[..FigureBatch.LongestSource] : names, At = clock.GetUtcNow(), AsAt = asAt,
            Files = [.. given.Select((f, i) => new UploadedFile { UploadId = id, Position = i, Name = EvidenceType.SafeName(f.Name), Bytes = f.Bytes })],
        };
        db.Add(upload);
        await db.SaveAsync(process, ct);
        return upload;
    }

    /// <summary>Null where there is no such upload, or where it is no longer waiting.</summary>
    public async Task<OpenUpload?> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<FigureUpload>().AsNoTracking().Include(u => u.Files).SingleOrDefaultAsync(u => u.Id == id && u.State == UploadState.Staged && !u.Withdrawn, ct) is not { } upload)
        {
            return null;
        }

        return new OpenUpload(upload, await imports.PreviewAsync(await imports.ReadAsync(upload.Given, null, ct), ct));
    }

    public Task<List<FigureUpload>> WaitingAsync(CancellationToken ct) =>
        db.Set<FigureUpload>().AsNoTracking().Where(u => u.State == UploadState.Staged && !u.Withdrawn).OrderByDescending(u => u.At).ThenByDescending(u => u.Id).ToListAsync(ct);

    public async Task<Result<WrittenFigures>> SaveAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<FigureUpload>().Include(u => u.Files).SingleOrDefaultAsync(u => u.Id == id && u.State == UploadState.Staged && !u.Withdrawn, ct) is not { } upload)
        {
            return NotFound.Row;
        }

        var given = upload.Given;
        upload.State = UploadState.Saved;
        return await imports.SaveAsync(await imports.ReadAsync(given, null, ct), given, upload.AsAt, process, ct);
    }

    public async Task<Result<FigureUpload>> DiscardAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<FigureUpload>().SingleOrDefaultAsync(u => u.Id == id && u.State == UploadState.Staged && !u.Withdrawn, ct) is not { } upload)
        {
            return NotFound.Row;
        }

        upload.State = UploadState.Discarded;
        await db.SaveAsync(process, ct);
        return upload;
    }
}
