using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Kernel.Audit;

internal static class Digest
{
    private static readonly byte[] Leaf = [0];
    private static readonly byte[] Node = [1];

    /// <summary>
    /// SHA-256 over the parts, each preceded by its length, so that no two lists of parts give the same bytes.
    /// </summary>
    public static byte[] Of(params ReadOnlySpan<object?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = part is null ? null : Encoding.UTF8.GetBytes(Convert.ToString(part, CultureInfo.InvariantCulture)!);
            BitConverter.TryWriteBytes(length, bytes?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(bytes ?? []);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>The Merkle root of the hashes in their order; an odd one at the end of a level moves up unchanged.</summary>
    public static byte[] MerkleRoot(IReadOnlyList<byte[]> hashes)
    {
        if (hashes.Count == 0)
        {
            return SHA256.HashData([]);
        }

        var level = hashes.Select(h => Join(Leaf, h, [])).ToList();
        while (level.Count > 1)
        {
            var above = new List<byte[]>((level.Count + 1) / 2);
            for (var i = 0; i < level.Count; i += 2)
            {
                above.Add(i + 1 < level.Count ? Join(Node, level[i], level[i + 1]) : level[i]);
            }

            level = above;
        }

        return level[0];
    }

    private static byte[] Join(byte[] mark, byte[] left, byte[] right) => SHA256.HashData([.. mark, .. left, .. right]);
}
