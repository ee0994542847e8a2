using Microsoft.EntityFrameworkCore;

namespace Trellis.Kernel.Audit;

/// <summary>Destroys keys of subjects: what was encrypted under one is read by nobody again, nor after an older backup is restored.</summary>
public sealed class SubjectErasing(AppDbContext db, PersonalValues personal, ErasedSubjects erased)
{
    /// <param name="save">Saves what changes with it, in the same transaction: a blank row whose old words could still be read in the audit would be a lie.</param>
    public async Task EraseAsync(Guid subject, Func<Task> save, CancellationToken ct)
    {
        // Noted first: a restore of an older backup erases again what the crash of this process left half done.
        erased.NoteAll([subject]);
        using var turn = await db.HoldTurnAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await save();
        if (await db.Set<SubjectKey>().SingleOrDefaultAsync(k => k.SubjectId == subject, ct) is { } key)
        {
            db.Remove(key);
            await db.SaveUnauditedAsync(ct);
        }

        await transaction.CommitAsync(ct);
        personal.Forget(subject);
    }

    /// <summary>Whether there is no key of the subject, neither in the database nor in this program's memory.</summary>
    public async Task<bool> IsErasedAsync(Guid subject, CancellationToken ct) =>
        !personal.Knows(subject) && !await db.Set<SubjectKey>().AsNoTracking().AnyAsync(k => k.SubjectId == subject, ct);
}
