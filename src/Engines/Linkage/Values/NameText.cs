using System.Text;

namespace Trellis.Linkage;

/// <summary>Brings names and other texts into the form in which they are compared: small letters without accents, parts parted by one space.</summary>
internal static class NameText
{
    /// <summary>The plain letters of U+00C0 to U+017F, two places each.</summary>
    private const string Plain =
        "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thssa a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy " +
        "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l l l l " +
        "n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ";

    /// <summary>Words that stand where a given name should and say that there is none yet, or that nobody knew it.</summary>
    private static readonly HashSet<string> Placeholders = new(StringComparer.Ordinal)
    {
        "baby", "babyboy", "babygirl", "bb", "unborn", "infant", "newborn", "foetus", "fetus", "child", "twin", "unnamed", "bo", "male", "female",
    };

    private static readonly HashSet<string> Unknowns = new(StringComparer.Ordinal)
    {
        "unknown", "unk", "not known", "notknown", "na", "none", "null", "nan", "nil", "test", "anon", "anonymous", "not recorded", "not given", "xx", "xxx", "tbc", "tba", "unspecified", "not stated",
    };

    /// <summary>Writes the letters of a name: apostrophes vanish (o'brien is obrien), hyphens and other signs part words. Digits stay where asked.</summary>
    /// <returns>How many bytes were written; at most twice those that were given.</returns>
    public static int Fold(ReadOnlySpan<byte> text, Span<byte> into, bool digits)
    {
        var length = 0;
        var gap = false;
        Span<byte> encoded = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            var first = text[0];
            if (first < 128)
            {
                text = text[1..];
                var small = (byte)(first | 32);
                if (small is >= (byte)'a' and <= (byte)'z')
                {
                    Letter(into, ref length, ref gap, small);
                }
                else if (digits && first is >= (byte)'0' and <= (byte)'9')
                {
                    Letter(into, ref length, ref gap, first);
                }
                else
                {
                    gap |= first is not ((byte)'\'' or (byte)'`' or (byte)'.');
                }

                continue;
            }

            var status = Rune.DecodeFromUtf8(text, out var rune, out var used);
            text = text[Math.Max(1, used)..];
            if (status != System.Buffers.OperationStatus.Done || rune.Value is 0x2018 or 0x2019 or 0x02BC or (>= 0x300 and <= 0x36F))
            {
                continue;
            }

            if (rune.Value is >= 0xC0 and <= 0x17F)
            {
                foreach (var letter in Plain.AsSpan((rune.Value - 0xC0) * 2, 2).TrimEnd())
                {
                    Letter(into, ref length, ref gap, (byte)letter);
                }
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                foreach (var part in encoded[..Rune.ToLowerInvariant(rune).EncodeToUtf8(encoded)])
                {
                    Letter(into, ref length, ref gap, part);
                }
            }
            else
            {
                gap = true;
            }
        }

        return length;
    }

    /// <summary>Whether a folded text says that nobody knew.</summary>
    public static bool IsUnknown(ReadOnlySpan<byte> folded) => folded.Length <= 14 && Unknowns.Contains(Encoding.UTF8.GetString(folded));

    /// <summary>Whether a folded given name only says that there is a child: "baby", "baby of anna", "unborn", "twin 1".</summary>
    public static bool IsPlaceholder(ReadOnlySpan<byte> folded)
    {
        var end = folded.IndexOf((byte)' ');
        var first = end < 0 ? folded : folded[..end];
        if (first.Length > 8 || !Placeholders.Contains(Encoding.UTF8.GetString(first)))
        {
            return false;
        }

        // "Child" and "Bo" are names too; with nothing behind "baby" and its like it is always a stand-in.
        return end < 0 ? !(first.SequenceEqual("bo"u8) || first.SequenceEqual("child"u8)) : folded[(end + 1)..] is var rest && (rest.StartsWith("of "u8) || rest.StartsWith("boy"u8) || rest.StartsWith("girl"u8) || rest.StartsWith("baby"u8) || rest.StartsWith("one"u8) || rest.StartsWith("two"u8));
    }

    private static void Letter(Span<byte> into, ref int length, ref bool gap, byte letter)
    {
        if (gap && length > 0)
        {
            into[length++] = (byte)' ';
        }

        gap = false;
        into[length++] = letter;
    }
}
