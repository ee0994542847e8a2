namespace Trellis.Tables;

/// <summary>Reads a file into a <see cref="SourceDocument"/>. What the file is follows from its content; its name only helps among text formats.</summary>
public static class DocumentReader
{
    /// <summary>Reads from a stream, which is left open.</summary>
    /// <param name="stream">The bytes of the file from its beginning.</param>
    /// <param name="fileName">The file's name; folders in it are ignored.</param>
    /// <param name="limits">How much the file may ask of the machine; null for <see cref="ReadLimits.Default"/>.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The document, or a failure that says what is wrong with the file. Errors of the stream itself are thrown.</returns>
    public static async Task<ReadResult> ReadAsync(
        Stream stream,
        string fileName,
        ReadLimits? limits = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= ReadLimits.Default;
        if (stream.CanSeek && stream.Length - stream.Position > limits.Bytes)
        {
            return ReadResult.Of(TooLarge(fileName, limits));
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (bytes.Length + count > limits.Bytes)
            {
                return ReadResult.Of(TooLarge(fileName, limits));
            }

            bytes.Write(buffer, 0, count);
        }

        return Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), fileName, limits, cancel);
    }

    /// <summary>Reads bytes that are already in memory; as <see cref="ReadAsync"/> otherwise.</summary>
    public static ReadResult Read(
        ReadOnlyMemory<byte> bytes,
        string fileName,
        ReadLimits? limits = null,
        CancellationToken cancel = default
    )
    {
        limits ??= ReadLimits.Default;
        if (bytes.Length > limits.Bytes)
        {
            return ReadResult.Of(TooLarge(fileName, limits));
        }

        var limit = new ReadingLimit(limits, NameOf(fileName), cancel);
        try
        {
            return ReadResult.Of(FileKind.Read(bytes, limit));
        }
        catch (UnreadableException unreadable)
        {
            return ReadResult.Of(unreadable.Failure);
        }
    }

    private static ReadFailure TooLarge(string fileName, ReadLimits limits) =>
        new(
            $"The file is larger than {limits.Bytes / (1024 * 1024):N0} MB.",
            NameOf(fileName),
            "Take pictures out of it, or give only the part that is the plan."
        );

    /// <summary>The last part of a path of either kind, so that a name from another machine cannot point anywhere.</summary>
    private static string NameOf(string fileName) => fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
}
