namespace Trellis.Tables;

/// <summary>How much a file may ask of the machine. A file beyond a limit is refused with a <see cref="ReadFailure"/>.</summary>
public sealed record ReadLimits
{
    /// <summary>The limits used when none are given: generous for a plan, far below what hurts.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes of the file itself; 20 MB.</summary>
    public long Bytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Lines, paragraphs or rows, empty ones too; 100,000.</summary>
    public int Rows { get; init; } = 100_000;

    /// <summary>Cells in one row; 1,000.</summary>
    public int CellsInRow { get; init; } = 1_000;

    /// <summary>Cells in the whole file; 2,000,000.</summary>
    public int Cells { get; init; } = 2_000_000;

    /// <summary>Characters in one paragraph or cell; 1,000,000.</summary>
    public int CharactersInBlock { get; init; } = 1_000_000;

    /// <summary>Bytes of all parts of a Word or Excel file once unpacked; 200 MB.</summary>
    public long ExpandedBytes { get; init; } = 200 * 1024 * 1024;

    /// <summary>How many times its packed size one part may unpack to, beyond its first megabyte; 200.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Parts in a Word or Excel file; 5,000.</summary>
    public int Parts { get; init; } = 5_000;

    /// <summary>How deep elements may nest; 256.</summary>
    public int Nesting { get; init; } = 256;
}
