using System.Globalization;
using System.Security.Cryptography;

namespace Trellis.Kernel.Audit;

/// <summary>
/// The sealing key and the copy of the seals, both in a folder outside the database: whoever can write the database can
/// neither forge a seal nor take the last ones away unnoticed.
/// </summary>
public sealed class AuditKeys
{
    private const string KeyFile = "audit-seal.key";
    private const string CopyFile = "audit-seals.log";
    private readonly string _folder;
    private readonly Lazy<byte[]> _key;

    public AuditKeys(string folder)
    {
        _folder = folder;
        _key = new Lazy<byte[]>(LoadOrMake);
    }

    internal byte[] Mac(AuditSeal seal) => Mac(seal.Number, seal.At, seal.Count, seal.Root, seal.PreviousMac);

    internal byte[] Mac(long number, DateTimeOffset at, int count, byte[] root, byte[] previous) => HMACSHA256.HashData(
        _key.Value, Digest.Of(number, at.UtcTicks, count, Convert.ToHexString(root), Convert.ToHexString(previous)));

    internal void Copy(AuditSeal seal)
    {
        using var file = new FileStream(Path.Combine(_folder, CopyFile), FileMode.Append, FileAccess.Write, FileShare.Read);
        using var writer = new StreamWriter(file);
        writer.WriteLine($"{seal.Number.ToString(CultureInfo.InvariantCulture)} {Convert.ToHexString(seal.Mac)}");
        writer.Flush();
        file.Flush(flushToDisk: true);
    }

    /// <summary>The copied seals by number; a half-written last line (the power went) is passed over.</summary>
    internal Dictionary<long, string> Copies()
    {
        var path = Path.Combine(_folder, CopyFile);
        var copies = new Dictionary<long, string>();
        if (!File.Exists(path))
        {
            return copies;
        }

        foreach (var line in File.ReadLines(path))
        {
            var parts = line.Split(' ');
            if (parts is [var number, { Length: 64 } mac] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            {
                copies[n] = mac;
            }
        }

        return copies;
    }

    private byte[] LoadOrMake()
    {
        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, KeyFile);
        if (!File.Exists(path))
        {
            // Written whole under another name first: a crash must not leave half a key.
            var partial = path + ".new";
            File.WriteAllBytes(partial, RandomNumberGenerator.GetBytes(32));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(partial, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(partial, path, overwrite: false);
        }

        return File.ReadAllBytes(path);
    }
}
