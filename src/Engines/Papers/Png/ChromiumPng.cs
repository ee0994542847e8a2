using Trellis.Papers.Headless;

namespace Trellis.Papers.Png;

/// <summary>No picture could be made; the message says what to do.</summary>
public sealed class PngFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Draws an SVG as PNG with Chromium, as <see cref="Pdf.ChromiumPdf"/> makes PDF; two pixels for each of the SVG's.</summary>
/// <param name="program">The path of Chromium or Chrome; null looks for it where programs are found (PATH).</param>
/// <param name="limit">How long one picture may take; null for 60 seconds.</param>
public sealed class ChromiumPng(string? program = null, TimeSpan? limit = null)
{
    /// <summary>The media type of the file.</summary>
    public const string ContentType = "image/png";

    /// <summary>What is said where there is no Chromium.</summary>
    public const string Missing = "A picture (PNG) needs Chromium: install it or set Papers:Chromium";

    private readonly HeadlessChromium chromium = new(program, limit);

    /// <summary>True where pictures can be made.</summary>
    public bool IsThere => chromium.IsThere;

    /// <param name="svg">One whole SVG element.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The bytes of a PNG of twice that width and height, on white.</returns>
    /// <exception cref="PngFailedException">There is no Chromium, it took too long, or it gave no picture.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the process and all that it started are ended.</exception>
    public async Task<byte[]> DrawAsync(string svg, int width, int height, CancellationToken ct)
    {
        if (!IsThere)
        {
            throw new PngFailedException(Missing);
        }

        try
        {
            return await chromium.MakeAsync(
                $"<!doctype html><meta charset=\"utf-8\"><style>html,body{{margin:0;background:#fff}}svg{{display:block}}</style>{svg}", "picture.png",
                file => ["--hide-scrollbars", "--force-device-scale-factor=2", $"--window-size={width},{height}", $"--screenshot={file}"], ct);
        }
        catch (HeadlessFailedException failure)
        {
            throw new PngFailedException($"{failure.Message}, and made no picture", failure);
        }
    }
}
