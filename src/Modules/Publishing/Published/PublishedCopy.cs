using System.Text.Json;

namespace Trellis.Publishing.Published;

/// <summary>One version with what it says, its hash reckoned again.</summary>
public sealed class PublishedCopy
{
    public PublishedCopy(PublishedReport report, PublishedVersion version)
    {
        (Report, Version) = (report, version);
        IsWhole = version.Snapshot is { } kept && Publishing.Published.Snapshot.Sha256(kept.Bytes) == version.Hash;
        Snapshot = IsWhole ? Read(version.Snapshot!.Bytes) : null;
        IsWhole &= Snapshot is { } read && read.Version == version.Number && read.Correction == version.Correction && read.Title == version.Title;
        Snapshot = IsWhole ? Snapshot : null;
    }

    public PublishedReport Report { get; }

    public PublishedVersion Version { get; }

    /// <summary>False where what is kept is not what was published: then none of it is shown.</summary>
    public bool IsWhole { get; }

    /// <summary>What it says; null where it is not whole.</summary>
    public Snapshot? Snapshot { get; }

    public bool IsNewest => Version.Number == Report.Newest;

    private static Snapshot? Read(byte[] bytes)
    {
        try
        {
            return Publishing.Published.Snapshot.FromBytes(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The addresses of what is published.</summary>
public static class PublishedAddress
{
    public const string List = "/published";

    public static string Of(PublishedReport report) => $"{List}/{report.Address}";

    public static string Of(PublishedReport report, int version) => $"{List}/{report.Address}/versions/{version}";
}
