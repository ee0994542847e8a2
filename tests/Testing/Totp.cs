using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Trellis.Testing;

/// <summary>An authenticator app: the 6 numbers of a key at this moment (RFC 6238).</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <remarks>Identity reads the machine's own clock here, so the test does too.</remarks>
    public static string Now(string key)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, FromBase32(key));
        mac.AppendData(step);
        var hash = mac.GetHashAndReset();
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string key)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var c in key.Where(c => c != ' '))
        {
            buffer = (buffer << 5) | Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
