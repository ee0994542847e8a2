using System.Runtime.InteropServices;

namespace Trellis.Web.Hosting;

/// <summary>
/// Forbids the system to write this program's memory to a disk when it crashes: a return that is checked and forgotten is in it. The runtime's own
/// dumps are off unless an operator asks for them.
/// </summary>
internal static class CoreDumps
{
    private const int CoreFileSize = 4;

    public static void Forbid()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            _ = SetLimit(CoreFileSize, default);
        }
    }

    /// <summary>None now, and none that the program could allow itself again.</summary>
    private readonly record struct Limit(nuint Soft, nuint Hard);

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in Limit limit);
}
