using System.IO.Compression;
using System.Security.Cryptography;
using Trellis.Web.Hosting;

namespace Trellis.Web.Backup;

/// <summary>Makes one zip of a place while the pages go on.</summary>
internal static class BackupWriter
{
    public static async Task<BackupManifest> WriteAsync(Place place, string target, TimeProvider clock, IProgress<double> progress, CancellationToken ct)
    {
        var partial = target + ".part";
        try
        {
            BackupManifest manifest;
            await using (var file = OwnerFile.Create(partial))
            {
                await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    manifest = await FillAsync(zip, place, partial, clock, progress, ct);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(partial, target, overwrite: false);
            return manifest;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<BackupManifest> FillAsync(ZipArchive zip, Place place, string partial, TimeProvider clock, IProgress<double> progress, CancellationToken ct)
    {
        var parts = new List<BackupPart>();
        var writer = new PartWriter(zip, parts);
        // The log of seals first: one sealed meanwhile may be in the database and not in the log, never the other way.
        await writer.AddFilesAsync(place.Keys, "*.log", "keys/", ct);
        var (database, migration, tables) = place.Postgres is { } connection
            ? await PostgresBackup.WriteAsync(connection, writer, progress, ct)
            : await SqliteBackup.WriteAsync(place.DatabaseFile, partial + ".db", writer, progress, ct);
        // The ring last: a key that wraps something in the database is in it.
        await writer.AddFilesAsync(place.Keys, "*.key", "keys/", ct);
        await writer.AddFilesAsync(Path.Combine(place.Keys, "ring"), "*.xml", "keys/ring/", ct);
        var version = typeof(BackupWriter).Assembly.GetName().Version!.ToString(3);
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, version, database, migration, clock.GetUtcNow(), parts, tables);
        await using var entry = await zip.CreateEntry(BackupManifest.Name).OpenAsync(ct);
        await entry.WriteAsync(manifest.ToJson(), ct);
        return manifest;
    }
}

/// <summary>Puts parts into the zip and counts and hashes them on the way.</summary>
internal sealed class PartWriter(ZipArchive zip, List<BackupPart> parts)
{
    public async Task AddFilesAsync(string folder, string pattern, string prefix, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await AddAsync(prefix + Path.GetFileName(path), file, null, ct);
        }
    }

    public async Task AddAsync(string name, Stream content, IProgress<double>? progress, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long count = 0;
        await using (var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct))
        {
            var buffer = new byte[1 << 17];
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await entry.WriteAsync(buffer.AsMemory(0, read), ct);
                count += read;
                progress?.Report((double)count / Math.Max(1, content.Length));
            }
        }

        parts.Add(new BackupPart(name, count, Convert.ToHexString(hash.GetHashAndReset())));
    }
}
