namespace Trellis.Testing;

/// <summary>Files spoilt by chance, the same for one seed: bytes changed, doubled, cut out, signs that mean something put in, ends cut off.</summary>
public sealed class SpoiltFiles(int seed)
{
    private static readonly byte[][] Signs =
    [
        "\""u8.ToArray(), ","u8.ToArray(), "\r\n"u8.ToArray(), "\n\n"u8.ToArray(), [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], "<"u8.ToArray(), "</"u8.ToArray(), "&#0;"u8.ToArray(), "<![CDATA["u8.ToArray(),
        "99/99/9999"u8.ToArray(), "0001-01-01"u8.ToArray(), "31/12/9999"u8.ToArray(), "-2147483649"u8.ToArray(), "\u00A0"u8.ToArray(), "CHILD"u8.ToArray(),
    ];

    private readonly Random _random = new(seed);

    /// <summary>One more spoilt form of a file.</summary>
    public byte[] Of(ReadOnlySpan<byte> file)
    {
        var spoilt = new List<byte>(file.ToArray());
        for (var i = _random.Next(1, 12); i > 0; i--)
        {
            Spoil(spoilt);
        }

        return [.. spoilt];
    }

    private void Spoil(List<byte> file)
    {
        var at = _random.Next(file.Count + 1);
        var length = Math.Min(_random.Next(1, 40), file.Count - at);
        switch (_random.Next(6))
        {
            case 0 when at < file.Count:
                file[at] = (byte)_random.Next(256);
                break;
            case 1:
                file.RemoveRange(at, length);
                break;
            case 2:
                file.InsertRange(at, file.GetRange(at, length));
                break;
            case 3 when _random.Next(8) == 0:
                file.RemoveRange(at, file.Count - at);
                break;
            default:
                file.InsertRange(at, Signs[_random.Next(Signs.Length)]);
                break;
        }
    }
}
