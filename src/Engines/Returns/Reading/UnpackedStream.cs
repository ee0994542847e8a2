namespace Trellis.Returns;

/// <summary>How many bytes all parts of a package together may still unpack to.</summary>
internal sealed class UnpackingLimit(long most)
{
    public long Left { get; set; } = most;
}

/// <summary>A part of a package as it is unpacked. What is read is counted, of this part and of all, and more than either may have is refused.</summary>
internal sealed class UnpackedStream(Stream part, long most, UnpackingLimit all) : Stream
{
    private long _left = most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="UnreadableException">It unpacks to more than it may.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        _left -= read;
        all.Left -= read;
        return _left >= 0 && all.Left >= 0 ? read : throw new UnreadableException(1, "The workbook unpacks to far more than its size. It is not to be trusted; ask its sender for another.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        part.Dispose();
        base.Dispose(disposing);
    }
}
