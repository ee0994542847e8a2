using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Trellis.Kernel;
using Trellis.Web.Hosting;

namespace Trellis.Web.Backup;

/// <summary>Brings a place back from a backup: every part is checked before anything is touched, and then all of it counts or nothing.</summary>
internal static class BackupReader
{
    private const int LargestManifest = 4 * 1024 * 1024;

    /// <exception cref="BadBackupException">The file is no backup, is damaged, or is not for this place.</exception>
    /// <exception cref="PlaceInUseException">There is something in the place already, or a program at work on it.</exception>
    public static async Task RestoreAsync(Place place, string source, bool replace, IProgress<double> progress, CancellationToken ct)
    {
        using var alone = PlaceLock.TryAlone(place) ?? throw new PlaceInUseException("A program is at work on the data here. Stop it first.");
        await RefuseIfInUseAsync(place, replace, ct);
        using var zip = OpenZip(source);
        var manifest = ReadManifest(zip);
        var kind = place.Postgres is null ? SqliteBackup.Kind : PostgresBackup.Kind;
        if (manifest.Database != kind)
        {
            throw new BadBackupException($"it is one of a {manifest.Database} database, and this place has a {kind} one");
        }

        var script = MakeScript(place, manifest);
        RefuseIfNoRoom(place, manifest);
        await CheckPartsAsync(zip, manifest, progress, ct);
        var swap = new Swap(place);
        swap.Begin();
        foreach (var part in manifest.Parts.Where(p => place.Postgres is null || !p.Name.StartsWith("database/", StringComparison.Ordinal)))
        {
            await using var content = await zip.GetEntry(part.Name)!.OpenAsync(ct);
            await swap.StageAsync(part.Name, content, ct);
        }

        swap.KeepErased();
        if (place.Postgres is { } connection)
        {
            var mark = $"restored {Guid.CreateVersion7():N}";
            await swap.CommitAsync(mark, ct);
            await PostgresBackup.RestoreAsync(connection, manifest, script, replace, mark, (name, token) => zip.GetEntry(name)!.OpenAsync(token), progress, ct);
        }
        else
        {
            SqliteBackup.Check(swap.StagedDatabase);
            await swap.CommitAsync("", ct);
        }

        await swap.FinishAsync(ct);
    }

    private static async Task RefuseIfInUseAsync(Place place, bool replace, CancellationToken ct)
    {
        await new Swap(place).FinishAsync(ct);
        var isEmpty = place.Postgres is { } connection ? await PostgresBackup.IsEmptyAsync(connection, ct) : !File.Exists(place.DatabaseFile);
        if (!isEmpty && !replace)
        {
            throw new PlaceInUseException("There is a database here already. Make a backup of it, then say --replace to put this one in its place.");
        }

        // Other nodes share the database and not this folder.
        if (!isEmpty && place.Postgres is { } shared && await PostgresBackup.IsInUseAsync(shared, ct))
        {
            throw new PlaceInUseException("A program is at work on the database here. Stop it first.");
        }
    }

    private static ZipArchive OpenZip(string source)
    {
        try
        {
            return ZipFile.OpenRead(source);
        }
        catch (InvalidDataException)
        {
            throw new BadBackupException("it is not a zip, or is cut off");
        }
    }

    private static BackupManifest ReadManifest(ZipArchive zip)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { } entry || entry.Length > LargestManifest)
        {
            throw new BadBackupException("it has no manifest");
        }

        try
        {
            using var stream = entry.Open();
            var json = new byte[LargestManifest];
            return BackupManifest.Read(json[..stream.ReadAtLeast(json, json.Length, throwOnEndOfStream: false)]);
        }
        catch (InvalidDataException)
        {
            throw new BadBackupException("its manifest is damaged");
        }
    }

    /// <summary>The tables as they were; it also tells a backup that a newer Trellis made.</summary>
    private static string MakeScript(Place place, BackupManifest manifest)
    {
        var services = new ServiceCollection().AddLogging().AddTrellis(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Trellis:Data"] = place.Folder, ["Trellis:Postgres"] = place.Postgres,
        }).Build()).BuildServiceProvider();
        using var scope = services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>().Database;
        return database.GetMigrations().Contains(manifest.Migration, StringComparer.Ordinal)
            ? database.GetService<IMigrator>().GenerateScript(null, manifest.Migration, MigrationsSqlGenerationOptions.NoTransactions)
            : throw new BadBackupException($"Trellis {manifest.Program} made it, which knew tables that this version does not");
    }

    private static void RefuseIfNoRoom(Place place, BackupManifest manifest)
    {
        var needed = manifest.Parts.Sum(p => (decimal)p.Bytes);
        Directory.CreateDirectory(place.Folder);
        if (needed > new DriveInfo(place.Folder).AvailableFreeSpace)
        {
            throw new BadBackupException($"unpacked it would need {needed:N0} bytes, and there is no room for them");
        }
    }

    private static async Task CheckPartsAsync(ZipArchive zip, BackupManifest manifest, IProgress<double> progress, CancellationToken ct)
    {
        for (var i = 0; i < manifest.Parts.Count; i++)
        {
            var part = manifest.Parts[i];
            if (zip.GetEntry(part.Name) is not { } entry || entry.Length != part.Bytes)
            {
                throw new BadBackupException($"its part {part.Name} is missing or cut off");
            }

            if (!await IsWholeAsync(entry, part, ct))
            {
                throw new BadBackupException($"its part {part.Name} was changed or is damaged");
            }

            progress.Report((i + 1.0) / manifest.Parts.Count / 2);
        }
    }

    private static async Task<bool> IsWholeAsync(ZipArchiveEntry entry, BackupPart part, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        long count = 0;
        try
        {
            await using var content = await entry.OpenAsync(ct);
            for (int read; count <= part.Bytes && (read = await content.ReadAsync(buffer, ct)) > 0; count += read)
            {
                hash.AppendData(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return count == part.Bytes && Convert.ToHexString(hash.GetHashAndReset()) == part.Sha256;
    }
}
