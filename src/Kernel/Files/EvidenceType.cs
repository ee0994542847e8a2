using Trellis.Kernel.Things;

namespace Trellis.Kernel.Files;

/// <summary>A kind of file that may be kept as evidence, told by its first bytes as well as by its name.</summary>
public sealed record EvidenceType(string Extension, string ContentType, byte[] Begins)
{
    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();

    private static readonly EvidenceType[] Known =
    [
        new(".pdf", "application/pdf", "%PDF-"u8.ToArray()),
        new(".png", "image/png", [0x89, (byte)'P', (byte)'N', (byte)'G']),
        new(".jpg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
        new(".jpeg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
        new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Zip),
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Zip),
        new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Zip),
        new(".odt", "application/vnd.oasis.opendocument.text", Zip),
        new(".csv", "text/csv", []),
        new(".txt", "text/plain", []),
    ];

    public static string Allowed => "PDF, PNG, JPEG, Word, Excel, PowerPoint, OpenDocument text, CSV or plain text";

    public static EvidenceType? Of(UploadedFile file)
    {
        var type = Array.Find(Known, t => file.Name.EndsWith(t.Extension, StringComparison.OrdinalIgnoreCase));
        var isText = type is { Begins.Length: 0 };
        return type is not null && file.Bytes.AsSpan().StartsWith(type.Begins) && !(isText && file.Bytes.AsSpan().Contains((byte)0)) ? type : null;
    }

    /// <summary>Why the file cannot be kept, or null when it can.</summary>
    public static string? Refuse(UploadedFile file)
    {
        var name = SafeName(file.Name);
        if (file.Bytes.Length == 0)
        {
            return $"{name} is empty";
        }

        if (file.Bytes.Length > StoredFile.LargestBytes)
        {
            return $"{name} is larger than {StoredFile.LargestBytes / (1024 * 1024)} MB";
        }

        return Of(file) is null ? $"{name} must be a {Allowed} file, and be what its name says" : null;
    }

    /// <summary>The name without its folder and without characters that a header or a file system would trip over.</summary>
    public static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = new string([.. last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or ':' or '|' or '?' or '*'))]).Trim();
        if (safe.Length > StoredFile.LongestName)
        {
            var extension = Path.GetExtension(safe);
            safe = extension.Length < 10 ? safe[..(StoredFile.LongestName - extension.Length)] + extension : safe[..StoredFile.LongestName];
        }

        return safe.Length == 0 ? "file" : safe;
    }
}
