using Microsoft.Data.Sqlite;
using Trellis.Kernel.Audit;
using Trellis.Web.Hosting;

namespace Trellis.Web.Backup;

/// <summary>
/// Puts restored files in the place of those that are there. They are written beside first; a file named
/// <c>complete</c> decides. Before it is there a crash leaves the old state, afterwards the next start finishes the move.
/// </summary>
internal sealed class Swap(Place place)
{
    private static readonly string[] Journals = ["trellis.db-wal", "trellis.db-shm"];
    private static readonly string[] Moved = ["trellis.db", "keys"];

    private string Staging => Path.Combine(place.Folder, "restoring");
    private string Decision => Path.Combine(Staging, "complete");
    private string Before => Path.Combine(place.Folder, "before-restore");

    public string StagedDatabase => Path.Combine(Staging, "trellis.db");

    /// <summary>Begins; what an earlier restore put aside is given up now.</summary>
    public void Begin()
    {
        DeleteFolder(Staging);
        DeleteFolder(Before);
        Directory.CreateDirectory(Path.Combine(Staging, "keys"));
    }

    public async Task StageAsync(string part, Stream content, CancellationToken ct)
    {
        var path = part == BackupManifest.SqliteDatabase ? StagedDatabase : Path.Combine(Staging, part);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = OwnerFile.Create(path);
        await content.CopyToAsync(file, ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Whoever was erased since the backup was made stays in the list of the erased.</summary>
    public void KeepErased()
    {
        var staged = new ErasedSubjects(Path.Combine(Staging, "keys"));
        staged.NoteAll(new ErasedSubjects(place.Keys).All());
    }

    /// <param name="mark">What the restored database carries when its own transaction has gone through; empty when it lies here.</param>
    public async Task CommitAsync(string mark, CancellationToken ct)
    {
        var partial = Decision + ".new";
        await using (var file = new FileStream(partial, FileMode.Create))
        {
            await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(mark), ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, Decision, overwrite: true);
    }

    /// <summary>Finishes a swap that was decided, and clears away one that was not. Nothing happens when there is none.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        if (!Directory.Exists(Staging))
        {
            return;
        }

        if (File.Exists(Decision) && await IsDecidedAsync(await File.ReadAllTextAsync(Decision, ct), ct))
        {
            Move();
        }

        // The decision goes first: what is left without it counts for nothing.
        File.Delete(Decision);
        DeleteFolder(Staging);
    }

    private async Task<bool> IsDecidedAsync(string mark, CancellationToken ct) =>
        place.Postgres is not { } connection || await PostgresBackup.MarkAsync(connection, ct) == mark;

    private void Move()
    {
        // A connection that was kept open would go on with the file that moves away.
        SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(Before);
        if (File.Exists(StagedDatabase))
        {
            foreach (var journal in Journals)
            {
                MoveAside(journal);
            }
        }

        foreach (var name in Moved.Where(n => Path.Exists(Path.Combine(Staging, n))))
        {
            MoveAside(name);
            Directory.Move(Path.Combine(Staging, name), Path.Combine(place.Folder, name));
        }
    }

    private void MoveAside(string name)
    {
        var from = Path.Combine(place.Folder, name);
        if (Path.Exists(from))
        {
            Directory.Move(from, Path.Combine(Before, name));
        }
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
