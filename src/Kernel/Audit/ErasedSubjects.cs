using System.Globalization;
using System.Text;

namespace Trellis.Kernel.Audit;

/// <summary>
/// The ids of everybody whose personal details were erased, in a file beside the keys: a database that is restored from
/// before the erasure does not know of it.
/// </summary>
public sealed class ErasedSubjects(string folder)
{
    public const string FileName = "erased-subjects.log";

    private string FilePath => Path.Combine(folder, FileName);

    public void NoteAll(IEnumerable<Guid> subjects)
    {
        var missing = subjects.Except(All()).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        using var file = new FileStream(FilePath, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.ASCII.GetBytes(string.Concat(missing.Select(id => id.ToString("D", CultureInfo.InvariantCulture) + "\n"))));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Each id once; a half-written last line (the power went) is passed over.</summary>
    public HashSet<Guid> All() => File.Exists(FilePath)
        ? [.. File.ReadLines(FilePath).Select(line => Guid.TryParseExact(line, "D", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)]
        : [];
}
