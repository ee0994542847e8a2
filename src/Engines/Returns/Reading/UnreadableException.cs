namespace Trellis.Returns;

/// <summary>A file that is not read at all, and why. It never leaves the reader.</summary>
internal sealed class UnreadableException(int line, string why) : Exception(why)
{
    public int Line => line;
}
