namespace Trellis.Kernel.Files;

/// <summary>A file of evidence. Its bytes lie in the database, so a backup and a crash treat it like every other row.</summary>
public sealed class StoredFile : Thing
{
    public const int LongestName = 200;
    public const int LargestBytes = 10 * 1024 * 1024;

    public Guid NoteId { get; internal init; }
    public string Name { get; internal init; } = "";
    public string ContentType { get; internal init; } = "";
    public int Bytes { get; internal init; }
    public byte[] Sha256 { get; internal init; } = [];
    public FileContent? Content { get; internal init; }
}

/// <summary>The bytes, apart from the row that lists them.</summary>
public sealed class FileContent
{
    public Guid FileId { get; internal init; }
    public byte[] Bytes { get; internal init; } = [];
}
