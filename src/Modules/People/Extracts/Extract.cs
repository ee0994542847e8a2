using Trellis.Kernel;

namespace Trellis.People.Extracts;

public enum ExtractState
{
    /// <summary>Read and shown, nothing taken in.</summary>
    Staged,
    TakenIn,
    Discarded,
}

/// <summary>A file in which an agency gives its records. Its bytes lie encrypted until it is taken in or thrown away.</summary>
public sealed class Extract : Thing
{
    public Guid AgencyId { get; internal init; }

    /// <summary>SHA-256 of the file, in hexadecimal digits.</summary>
    public string FileHash { get; internal init; } = "";

    /// <summary>"csv", "xlsx", "json" or "parquet": the file's own name may tell of a person.</summary>
    public string Kind { get; internal init; } = "";

    public int Rows { get; internal init; }
    public ExtractState State { get; internal set; }
    public DateTimeOffset At { get; internal init; }
    public Guid GivenBy { get; internal init; }

    /// <summary>Which column holds what, as JSON.</summary>
    public string Columns { get; internal set; } = "{}";

    /// <summary>It holds everybody whom the agency knows: who is not in it is gone.</summary>
    public bool IsWhole { get; internal set; }

    public int New { get; internal set; }
    public int Same { get; internal set; }
    public int Changed { get; internal set; }
    public int Gone { get; internal set; }

    /// <summary>The doubts about its rows, as JSON, without what stands in them.</summary>
    public string Doubts { get; internal set; } = "[]";

    /// <summary>How many records the program joined with others, and how many pairs it left to people.</summary>
    public int Joined { get; internal set; }

    public int Possible { get; internal set; }
}

/// <summary>The bytes of an extract that waits, encrypted under its own key.</summary>
public sealed class SealedExtract
{
    public Guid ExtractId { get; internal init; }
    public byte[] Bytes { get; internal init; } = [];
}

/// <summary>Which column of an agency's extracts holds what, as it was said last.</summary>
public sealed class ExtractMapping : Thing
{
    public const int LongestColumns = 4000;

    public Guid AgencyId { get; internal init; }
    public string Columns { get; internal set; } = "{}";
}
