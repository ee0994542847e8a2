using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>
/// Markup in one piece, for the rows of long lists: written as Razor, each element and attribute is a step of its own, and a
/// list of fifty rows takes twice the time. What stands in a hole is encoded, unless it is markup already.
/// </summary>
public static class Html
{
    public static MarkupString Of(HtmlText text) => text.Take();
}

/// <summary>Gathers the text of <see cref="Html.Of"/>; attribute values stand between double quotes.</summary>
[InterpolatedStringHandler]
public ref struct HtmlText
{
    private const int UsualHole = 40;

    private char[] buffer;
    private int length;

    public HtmlText(int literalLength, int formattedCount) => buffer = ArrayPool<char>.Shared.Rent(literalLength + formattedCount * UsualHole);

    public void AppendLiteral(string text) => Append(text);

    public void AppendFormatted(string? text)
    {
        var rest = text.AsSpan();
        int written;
        while (HtmlEncoder.Default.Encode(rest, buffer.AsSpan(length), out var read, out written) == OperationStatus.DestinationTooSmall)
        {
            length += written;
            rest = rest[read..];
            Grow(rest.Length);
        }

        length += written;
    }

    public void AppendFormatted(MarkupString markup) => Append(markup.Value);

    public void AppendFormatted(IEnumerable<MarkupString> pieces)
    {
        foreach (var piece in pieces)
        {
            Append(piece.Value);
        }
    }

    public void AppendFormatted(int number) => Append(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    internal MarkupString Take()
    {
        var text = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        buffer = [];
        return new MarkupString(text);
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > buffer.Length - length)
        {
            Grow(text.Length);
        }

        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(buffer.Length * 2, length + more));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer);
        buffer = larger;
    }
}
