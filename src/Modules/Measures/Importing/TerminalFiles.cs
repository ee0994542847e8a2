using Trellis.Kernel.Terminal;
using Trellis.Tables;

namespace Trellis.Measures.Importing;

/// <summary>Files of data that somebody names in the terminal.</summary>
internal static class TerminalFiles
{
    /// <summary>Null where the file cannot be taken; then the terminal was told why.</summary>
    public static async Task<GivenFile?> ReadAsync(CommandRun run, FileInfo file, CancellationToken ct)
    {
        var wrong = !file.Exists ? "there is no such file."
            : file.Length > ColumnTableReader.Limits.Bytes ? $"the file is larger than {ColumnTableReader.Limits.Bytes / (1024 * 1024)} MB. Give the part that is needed."
            : null;
        if (wrong is null)
        {
            return new GivenFile(file.Name, await File.ReadAllBytesAsync(file.FullName, ct));
        }

        run.Fail(ExitCode.BadFile, $"{file.Name}: {wrong}");
        return null;
    }
}
