using Trellis.Kernel;

namespace Trellis.Measures.Figures;

/// <summary>Figures that came together: one import of a published file, or what somebody entered and sent in one go.</summary>
public sealed class FigureBatch : Thing
{
    public const int LongestSource = 300;
    public const int LongestFileName = 200;
    public const int LongestLicence = 200;

    public int Number { get; internal init; }
    public BatchKind Kind { get; internal init; }

    /// <summary>Publisher, title and edition, as a page names it below a figure.</summary>
    public string Source { get; internal init; } = "";

    public string? Licence { get; internal init; }
    public string? FileName { get; internal init; }

    /// <summary>SHA-256 of the file, in hexadecimal digits.</summary>
    public string? FileHash { get; internal init; }

    /// <summary>The day on which the source said it.</summary>
    public DateOnly? AsAt { get; internal init; }

    public DateTimeOffset RecordedAt { get; internal init; }

    /// <summary>Figures that were not known before.</summary>
    public int Added { get; internal init; }

    /// <summary>Figures that replaced others.</summary>
    public int Revised { get; internal init; }

    /// <summary>Figures that stood already.</summary>
    public int Unchanged { get; internal init; }

    /// <summary>SHA-256 over the rows in their order, in hexadecimal digits: whoever has the rows can prove that they are these.</summary>
    public string RowsHash { get; internal init; } = "";
}

public enum BatchKind
{
    Published,
    Entered,
    Counted,

    /// <summary>Made up, for trying things out: pages say so.</summary>
    MadeUp,
}
