using System.Security.Cryptography;

namespace Trellis.Kernel.Audit;

/// <summary>Bytes encrypted by AES-256-GCM: the nonce, what was encrypted, the tag.</summary>
public static class SealedBytes
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <param name="boundTo">What it belongs to, which has to be said again to open it.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> boundTo = default)
    {
        var sealedBytes = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using var aes = Cipher(key);
        aes.Encrypt(sealedBytes.AsSpan(0, NonceBytes), plain, sealedBytes.AsSpan(NonceBytes, plain.Length), sealedBytes.AsSpan(NonceBytes + plain.Length), boundTo);
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">They were changed, or belong to something else.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> boundTo = default)
    {
        using var aes = Cipher(key);
        return Open(aes, sealedBytes, boundTo);
    }

    /// <summary>For whoever opens thousands under one key, on one thread: making the cipher takes longer than using it.</summary>
    public static AesGcm Cipher(byte[] key) => new(key, TagBytes);

    /// <exception cref="CryptographicException">They were changed, or belong to something else.</exception>
    public static byte[] Open(AesGcm aes, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> boundTo)
    {
        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        aes.Decrypt(sealedBytes[..NonceBytes], sealedBytes.Slice(NonceBytes, plain.Length), sealedBytes[(NonceBytes + plain.Length)..], plain, boundTo);
        return plain;
    }
}
