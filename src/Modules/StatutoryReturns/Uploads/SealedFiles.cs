using System.IO.Compression;
using Trellis.Kernel;
using Trellis.Kernel.Audit;
using Trellis.StatutoryReturns.Checking;

namespace Trellis.StatutoryReturns.Uploads;

/// <summary>Files of a return as they lie in the database and back.</summary>
internal static class SealedFiles
{
    public static async Task<List<SealedFile>> SealAsync(AppDbContext db, PersonalValues keys, Guid upload, IReadOnlyList<GivenFile> files, CancellationToken ct)
    {
        var sealedFiles = new List<SealedFile>();
        foreach (var file in files)
        {
            sealedFiles.Add(new SealedFile { UploadId = upload, Position = sealedFiles.Count, Bytes = await keys.SealAsync(db, upload, Packed(file), ct) });
        }

        return sealedFiles;
    }

    /// <summary>Null where the key was destroyed.</summary>
    public static async Task<List<GivenFile>?> OpenAsync(AppDbContext db, PersonalValues keys, Guid upload, IEnumerable<SealedFile> files, CancellationToken ct)
    {
        var opened = new List<GivenFile>();
        foreach (var file in files.OrderBy(f => f.Position))
        {
            if (await keys.OpenAsync(db, upload, file.Bytes, ct) is not { } packed)
            {
                return null;
            }

            opened.Add(Unpacked(packed));
        }

        return opened;
    }

    private static byte[] Packed(GivenFile file)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(brotli))
        {
            writer.Write(file.Name);
            writer.Write(file.IsLastYear);
            writer.Write(file.Bytes.Length);
            writer.Write(file.Bytes);
        }

        return packed.ToArray();
    }

    private static GivenFile Unpacked(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli);
        return new GivenFile(reader.ReadString(), reader.ReadBoolean(), reader.ReadBytes(reader.ReadInt32()));
    }
}
