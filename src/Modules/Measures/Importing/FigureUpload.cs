using Trellis.Kernel;

namespace Trellis.Measures.Importing;

/// <summary>Published files that somebody gave and looks through before they are saved.</summary>
public sealed class FigureUpload : Thing
{
    public const int MostFiles = 5;

    /// <summary>The names of the files, for lists.</summary>
    public string FileNames { get; internal init; } = "";

    public DateTimeOffset At { get; internal init; }
    public DateOnly? AsAt { get; internal init; }
    public UploadState State { get; internal set; }
    public List<UploadedFile> Files { get; internal init; } = [];

    internal IReadOnlyList<GivenFile> Given => [.. Files.OrderBy(f => f.Position).Select(f => new GivenFile(f.Name, f.Bytes))];
}

/// <summary>The bytes, apart from the row that lists them.</summary>
public sealed class UploadedFile
{
    public Guid UploadId { get; internal init; }
    public int Position { get; internal init; }
    public string Name { get; internal init; } = "";
    public byte[] Bytes { get; internal init; } = [];
}

public enum UploadState
{
    /// <summary>Read and shown, nothing saved.</summary>
    Staged,

    Saved,

    /// <summary>Thrown away before anything was saved.</summary>
    Discarded,
}
