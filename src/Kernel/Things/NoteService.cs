using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;
using Trellis.Kernel.Files;

namespace Trellis.Kernel.Things;

/// <summary>A file as it came from the browser.</summary>
public sealed record UploadedFile(string Name, byte[] Bytes);

public sealed record WrittenNote(Note Note, string Who, IReadOnlyList<StoredFile> Files);

/// <summary>Notes on things, and the evidence that stands behind them.</summary>
public sealed class NoteService(AppDbContext db, TimeProvider clock)
{
    public async Task<List<WrittenNote>> OfAsync(Guid thing, CancellationToken ct)
    {
        var notes = await (
            from note in db.Set<Note>().AsNoTracking()
            join account in db.Set<Account>() on note.AccountId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            where note.ThingId == thing && !note.Withdrawn
            orderby note.At descending
            select new { note, Who = account == null ? "Trellis" : account.DisplayName }).ToListAsync(ct);
        var ids = notes.Select(n => n.note.Id).ToList();
        var files = (await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.NoteId) && !f.Withdrawn).ToListAsync(ct)).ToLookup(f => f.NoteId);
        return [.. notes.Select(n => new WrittenNote(n.note, n.Who, [.. files[n.note.Id]]))];
    }

    public async Task<Result<Note>> WriteAsync(Guid thing, string text, IReadOnlyList<UploadedFile> files, Process process, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        text = text.Trim();
        if (text.Length is 0 or > Note.LongestText)
        {
            errors.Add(new("Text", text.Length == 0 ? "Write a note" : $"The note must be {Note.LongestText:N0} characters or fewer"));
        }

        errors.AddRange(files.Select(EvidenceType.Refuse).OfType<string>().Select(refusal => new FieldError("Files", refusal)));
        if (errors.Count > 0)
        {
            return errors;
        }

        var note = new Note { Id = ThingId.New(clock), ThingId = thing, Text = text, AccountId = process.Who.AccountId, At = clock.GetUtcNow() };
        db.Add(note);
        db.AddRange(files.Select(file => Store(note.Id, file)));
        await db.SaveAsync(process, ct);
        return note;
    }

    /// <summary>The file and the thing its note stands on, whose reader may have it.</summary>
    public async Task<(StoredFile File, Guid ThingId)?> FileAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Set<StoredFile>().AsNoTracking().Include(f => f.Content).SingleOrDefaultAsync(f => f.Id == id && !f.Withdrawn, ct);
        return found is null ? null : (found, await db.Set<Note>().Where(n => n.Id == found.NoteId).Select(n => n.ThingId).SingleAsync(ct));
    }

    private StoredFile Store(Guid noteId, UploadedFile file)
    {
        var id = ThingId.New(clock);
        return new StoredFile
        {
            Id = id,
            NoteId = noteId,
            Name = EvidenceType.SafeName(file.Name),
            ContentType = EvidenceType.Of(file)!.ContentType,
            Bytes = file.Bytes.Length,
            Sha256 = SHA256.HashData(file.Bytes),
            Content = new FileContent { FileId = id, Bytes = file.Bytes },
        };
    }
}
