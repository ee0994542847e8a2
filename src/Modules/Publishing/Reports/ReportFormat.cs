using System.Text;
using Trellis.Papers;
using Trellis.Papers.Html;
using Trellis.Papers.Pdf;
using Trellis.Papers.Word;

namespace Trellis.Publishing.Reports;

/// <summary>The forms in which a paper leaves.</summary>
public enum ReportFormat
{
    Html,
    Docx,
    Pdf,
    Csv,
    Json,
}

/// <summary>A file as it is sent or saved.</summary>
public sealed record PaperFile(byte[] Bytes, string ContentType);

/// <summary>Writes papers in the formats that are drawn from the paper alone.</summary>
public sealed class PaperFiles(ChromiumPdf pdf)
{
    private static readonly SemaphoreSlim Printing = new(2);

    /// <summary>True where PDF can be made.</summary>
    public bool HasPdf => pdf.IsThere;

    /// <exception cref="PdfFailedException">PDF was asked for and could not be made.</exception>
    public async Task<PaperFile> WriteAsync(PaperDocument paper, ReportFormat format, CancellationToken ct) => format switch
    {
        ReportFormat.Docx => new(WordPaper.Write(paper), WordPaper.ContentType),
        ReportFormat.Pdf => new(await PrintAsync(paper, ct), ChromiumPdf.ContentType),
        ReportFormat.Html => new(Encoding.UTF8.GetBytes(HtmlPaper.Document(paper)), "text/html; charset=utf-8"),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This format holds data, not a paper."),
    };

    /// <summary>Two at a time: each takes a browser's memory.</summary>
    private async Task<byte[]> PrintAsync(PaperDocument paper, CancellationToken ct)
    {
        await Printing.WaitAsync(ct);
        try
        {
            return await pdf.WriteAsync(paper, ct);
        }
        finally
        {
            Printing.Release();
        }
    }
}
