using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Trellis.Testing;

/// <summary>
/// A device that keeps one passkey: answers the questions of the sign-in pages as a browser with such a device would
/// (WebAuthn, ES256, no attestation).
/// </summary>
public sealed class SoftwareAuthenticator(Uri origin) : IDisposable
{
    private const byte UserPresentAndVerified = 0x05;
    private const byte HasCredential = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private byte[] owner = [];
    private uint uses;

    /// <summary>Makes the passkey and answers with it, as JSON.</summary>
    public string Create(string question)
    {
        using var asked = JsonDocument.Parse(question);
        owner = WebEncoders.Base64UrlDecode(asked.RootElement.GetProperty("user").GetProperty("id").GetString()!);
        var point = key.ExportParameters(false).Q;
        // The public key as COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
        byte[] cose = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. AuthenticatorData(UserPresentAndVerified | HasCredential), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation =
        [
            0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data,
        ];
        return Credential(new
        {
            clientDataJSON = Encode(ClientData("webauthn.create", asked)),
            attestationObject = Encode(attestation),
            transports = new[] { "internal" },
        });
    }

    /// <summary>Proves that the passkey is here, as JSON.</summary>
    public string Prove(string question)
    {
        using var asked = JsonDocument.Parse(question);
        uses++;
        var data = AuthenticatorData(UserPresentAndVerified);
        var client = ClientData("webauthn.get", asked);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = Encode(client), authenticatorData = Encode(data), signature = Encode(signature), userHandle = Encode(owner),
        });
    }

    public void Dispose() => key.Dispose();

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Encode(id), rawId = Encode(id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response,
    });

    private byte[] ClientData(string type, JsonDocument asked) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type, challenge = asked.RootElement.GetProperty("challenge").GetString(), origin = origin.GetLeftPart(UriPartial.Authority), crossOrigin = false,
    });

    private byte[] AuthenticatorData(byte flags)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(origin.Host), data);
        data[32] = flags;
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), uses);
        return data;
    }

    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
