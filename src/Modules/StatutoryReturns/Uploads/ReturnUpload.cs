using Trellis.Kernel;

namespace Trellis.StatutoryReturns.Uploads;

/// <summary>A return that somebody keeps. Its files lie beside it, encrypted under a key of its own; deleting it destroys the key.</summary>
public sealed class ReturnUpload : Thing
{
    public const int LongestKind = 40;
    public const int LongestFileNames = 2000;

    /// <summary>What the return is called: "SSDA903".</summary>
    public string Kind { get; internal init; } = "";

    public int Year { get; internal init; }

    /// <summary>The names of its files; people put names of children into them.</summary>
    public byte[] FileNames { get; internal set; } = [];

    public int Files { get; internal init; }
    public long Bytes { get; internal init; }

    /// <summary>SHA-256 over the encrypted files, in hexadecimal digits: which ones were deleted can be proved later.</summary>
    public string SealedHash { get; internal init; } = "";

    public DateTimeOffset At { get; internal init; }

    /// <summary>Who gave it and looks after it.</summary>
    public Guid OwnerId { get; internal init; }

    /// <summary>Who may open it too.</summary>
    public List<Guid> ReaderIds { get; internal set; } = [];

    /// <summary>The last day on which it is there.</summary>
    public DateOnly KeepUntil { get; internal set; }

    /// <summary>The upload that it followed, with which it is compared.</summary>
    public Guid? EarlierId { get; internal init; }

    public int Errors { get; internal init; }
    public int Queries { get; internal init; }

    /// <summary>The number of the batch of figures that went to the measures.</summary>
    public int? Batch { get; internal set; }

    public DateTimeOffset? ErasedAt { get; internal set; }

    /// <summary>Null where its time was over.</summary>
    public Guid? ErasedBy { get; internal set; }

    public bool IsErased => ErasedAt is not null;

    public bool MayOpen(Guid? account) => account is { } who && (OwnerId == who || ReaderIds.Contains(who));

    /// <returns>False where they may open it already.</returns>
    internal bool LetIn(Guid account)
    {
        if (MayOpen(account))
        {
            return false;
        }

        ReaderIds = [.. ReaderIds, account];
        return true;
    }
}

/// <summary>A file of an upload: its name, whether it is last year's, and what stands in it, compressed and encrypted together.</summary>
public sealed class SealedFile
{
    public Guid UploadId { get; internal init; }
    public int Position { get; internal init; }
    public byte[] Bytes { get; internal init; } = [];
}
