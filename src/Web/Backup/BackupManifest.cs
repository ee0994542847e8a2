using System.Text.Json;
using System.Text.RegularExpressions;

namespace Trellis.Web.Backup;

/// <summary>What a backup holds and how each part is known to be whole.</summary>
/// <param name="Format">The version of this very form.</param>
/// <param name="Database">"sqlite" or "postgres": a backup goes back into the kind that it came from.</param>
/// <param name="Migration">The last migration that the database had seen.</param>
/// <param name="Tables">For PostgreSQL: the tables in an order in which each comes after those it refers to.</param>
internal sealed partial record BackupManifest(
    int Format, string Program, string Database, string Migration, DateTimeOffset MadeAt, IReadOnlyList<BackupPart> Parts, IReadOnlyList<BackupTable> Tables)
{
    public const int CurrentFormat = 1;
    public const string Name = "manifest.json";
    public const string SqliteDatabase = "database/trellis.db";

    private const int MostParts = 10_000;
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Written);

    public static BackupManifest Read(byte[] json)
    {
        BackupManifest manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(json, Written) ?? throw new BadBackupException("its manifest is empty");
        }
        catch (JsonException)
        {
            throw new BadBackupException("its manifest cannot be read");
        }

        if (manifest.Format != CurrentFormat)
        {
            throw new BadBackupException($"it was made by another version of Trellis (form {manifest.Format}, this one reads {CurrentFormat})");
        }

        if (manifest.Parts.Count > MostParts || manifest.Parts.DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Count() != manifest.Parts.Count)
        {
            throw new BadBackupException("its manifest names too many parts, or one twice");
        }

        if (manifest.Parts.FirstOrDefault(p => !PartName().IsMatch(p.Name) || p.Bytes < 0) is { } odd)
        {
            throw new BadBackupException($"it has a part that no backup has: {odd.Name}");
        }

        if (manifest.Tables.Any(t => !Identifier().IsMatch(t.Name) || t.Columns.Count == 0 || t.Columns.Any(c => !Identifier().IsMatch(c)) || manifest.Parts.All(p => p.Name != t.Part)))
        {
            throw new BadBackupException("its manifest names a table that no backup has");
        }

        return manifest;
    }

    /// <summary>Only these names: nothing that leads out of the folder into which it is unpacked.</summary>
    [GeneratedRegex(@"^(database/[A-Za-z0-9_]+\.(db|copy)|keys/[A-Za-z0-9_-]+\.(key|log)|keys/ring/[A-Za-z0-9_-]+\.xml)$", RegexOptions.None, 1000)]
    private static partial Regex PartName();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,62}$", RegexOptions.None, 1000)]
    private static partial Regex Identifier();
}

internal sealed record BackupPart(string Name, long Bytes, string Sha256);

internal sealed record BackupTable(string Name, IReadOnlyList<string> Columns)
{
    public string Part => $"database/{Name}.copy";
}

/// <summary>The file is no backup, or a damaged one.</summary>
internal sealed class BadBackupException(string message) : Exception(message);
