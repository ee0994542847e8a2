using System.ComponentModel;
using System.Diagnostics;

namespace Trellis.Cli;

/// <summary>The browser of whoever sits at this machine.</summary>
internal static class Browser
{
    /// <summary>Opens the address where there is a screen; it was printed in any case.</summary>
    public static void Open(string address)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                using var shell = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
            }
            else if (Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 })
            {
                using var opener = Process.Start(new ProcessStartInfo("xdg-open", [address]));
            }
        }
        catch (Win32Exception)
        {
            // No browser is set up: the person has the address.
        }
    }
}
