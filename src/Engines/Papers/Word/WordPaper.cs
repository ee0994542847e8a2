using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Trellis.Papers.Word;

/// <summary>
/// Writes a paper as a Word document (ISO/IEC 29500, transitional): A4, heading styles, head rows that repeat, captions and
/// descriptions of tables, lists with definitions, page numbers, title and language. A figure is its table: see <see cref="FigureBlock"/>.
/// </summary>
/// <remarks>
/// The parts are written one after the other rather than built as a tree: a plan of many pages takes a few milliseconds, and the
/// same paper gives the same bytes, since no part carries a time or a number drawn at random.
/// </remarks>
public static class WordPaper
{
    /// <summary>The media type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>A zip keeps no earlier moment.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>The bytes of a .docx file.</returns>
    public static byte[] Write(PaperDocument paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var body = new WordBody();
        var document = Xml(body.Write(paper));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", WordParts.ContentTypes);
            Add(zip, "_rels/.rels", WordParts.Relationships);
            Add(zip, "docProps/core.xml", WordParts.Core(paper));
            Add(zip, "word/document.xml", document);
            Add(zip, "word/_rels/document.xml.rels", WordParts.DocumentRelationships(body.Addresses));
            Add(zip, "word/styles.xml", WordStyleSheet.Of(paper.Language, body.Marks));
            Add(zip, "word/numbering.xml", WordNumbering.Of(body.NumberedLists));
            Add(zip, "word/settings.xml", WordParts.Settings);
            Add(zip, "word/footer1.xml", WordParts.Footer);
        }

        return file.ToArray();
    }

    internal static string Xml(Action<XmlWriter> write)
    {
        var text = new StringBuilder(16384);
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false, NewLineHandling = NewLineHandling.None }))
        {
            write(xml);
        }

        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text;
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
