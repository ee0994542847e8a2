using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Trellis.Engines.Tests.Tables;

/// <summary>Small Word files and packages for tests.</summary>
internal static class OfficeFile
{
    public static byte[] Word(params OpenXmlElement[] body)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.AddMainDocumentPart().Document = new Document(new Body(body));
        }

        return stream.ToArray();
    }

    public static Paragraph Paragraph(string text) => new(new Run(new Text(text)));

    public static TableCell Cell(string text, params OpenXmlElement[] properties) =>
        new(new TableCellProperties(properties), Paragraph(text));

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
