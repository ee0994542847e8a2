using Trellis.Papers.Headless;
using Trellis.Papers.Html;

namespace Trellis.Papers.Pdf;

/// <summary>No PDF could be made; the message says what to do.</summary>
public sealed class PdfFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Makes tagged PDF with Chromium as a process of its own: offline, without scripts, in a folder of its own that is gone
/// afterwards. Title, language, headings as bookmarks, tables and lists come from the HTML of <see cref="HtmlPaper"/>.
/// </summary>
/// <param name="program">The path of Chromium or Chrome; null looks for it where programs are found (PATH).</param>
/// <param name="limit">How long one PDF may take; null for 60 seconds.</param>
public sealed class ChromiumPdf(string? program = null, TimeSpan? limit = null)
{
    /// <summary>The media type of the file.</summary>
    public const string ContentType = "application/pdf";

    /// <summary>What is said where there is no Chromium.</summary>
    public const string Missing = "PDF needs Chromium: install it or set Papers:Chromium";

    private readonly HeadlessChromium chromium = new(program, limit);

    /// <summary>True where PDF can be made.</summary>
    public bool IsThere => chromium.IsThere;

    /// <returns>The bytes of a PDF 1.4 or later, tagged, with bookmarks.</returns>
    /// <exception cref="PdfFailedException">There is no Chromium, it took too long, or it gave no PDF.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the process and all that it started are ended.</exception>
    public async Task<byte[]> WriteAsync(PaperDocument paper, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (!IsThere)
        {
            throw new PdfFailedException(Missing);
        }

        try
        {
            return await chromium.MakeAsync(
                HtmlPaper.Document(paper), "paper.pdf", file => ["--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", $"--print-to-pdf={file}"], ct);
        }
        catch (HeadlessFailedException failure)
        {
            throw new PdfFailedException($"{failure.Message}, and made no PDF", failure);
        }
    }
}
