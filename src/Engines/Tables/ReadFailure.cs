namespace Trellis.Tables;

/// <summary>Why a file could not be read, for the person who gave it.</summary>
/// <param name="What">What is wrong, in one sentence.</param>
/// <param name="Where">The file, and the place in it when known.</param>
/// <param name="WhatToDo">What to do about it, in one sentence.</param>
public sealed record ReadFailure(string What, string Where, string WhatToDo)
{
    /// <summary>The three in one line.</summary>
    public override string ToString() => $"{Where}: {What} {WhatToDo}";
}

/// <summary>A document, or the reason why there is none: exactly one of the two.</summary>
public sealed class ReadResult
{
    private ReadResult(SourceDocument? document, ReadFailure? failure)
    {
        Document = document;
        Failure = failure;
    }

    /// <summary>The document; null after a failure.</summary>
    public SourceDocument? Document { get; }

    /// <summary>The failure; null when the file was read.</summary>
    public ReadFailure? Failure { get; }

    /// <summary>A result with a document.</summary>
    public static ReadResult Of(SourceDocument document) => new(document, null);

    /// <summary>A result with a failure.</summary>
    public static ReadResult Of(ReadFailure failure) => new(null, failure);
}
