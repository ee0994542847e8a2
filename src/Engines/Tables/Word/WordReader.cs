using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Trellis.Tables;

/// <summary>Word. Each paragraph outside of tables and each table row is a line; the document is streamed, one of them at a time.</summary>
internal sealed class WordReader
{
    private readonly ReadingLimit limit;
    private readonly WordStyles styles;
    private readonly List<SourceBlock> blocks = [];
    private int line;
    private int paragraphs;
    private bool gap;

    private WordReader(ReadingLimit limit, WordStyles styles)
    {
        this.limit = limit;
        this.styles = styles;
    }

    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadingLimit limit)
    {
        try
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(bytes.ToArray(), writable: false), false);
            var main = package.MainDocumentPart ?? throw OfficePackage.Damaged(limit);
            var reader = new WordReader(limit, WordStyles.Of(main));
            reader.Read(main);
            return new SourceDocument(limit.FileName, SourceFormat.Word, reader.line, reader.blocks);
        }
        catch (Exception broken)
            when (broken is OpenXmlPackageException or XmlException or InvalidDataException or FormatException or IOException)
        {
            throw OfficePackage.Damaged(limit);
        }
    }

    private void Read(MainDocumentPart main)
    {
        using var reader = OpenXmlReader.Create(main);
        WordTable? table = null;
        var tables = 0;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Table) && reader.IsStartElement)
            {
                table = new WordTable(++tables, limit, styles);
            }
            else if (
                reader.ElementType == typeof(TableRow)
                && reader.IsStartElement
                && reader.LoadCurrentElement() is TableRow row
            )
            {
                Next();
                Add(table!.Row(row, line, gap));
            }
            else if (
                reader.ElementType == typeof(Paragraph)
                && reader.IsStartElement
                && reader.LoadCurrentElement() is Paragraph paragraph
            )
            {
                Next();
                paragraphs++;
                Add(Block(paragraph));
            }
        }
    }

    private void Next() => limit.Rows(++line, $"paragraph or row {line}");

    private void Add(SourceBlock? block)
    {
        gap = block is null;
        if (block is not null)
        {
            blocks.Add(block);
        }
    }

    private SourceParagraph? Block(Paragraph paragraph)
    {
        var content = WordText.Of(paragraph, styles);
        limit.Characters(content.Text.Length, $"paragraph {paragraphs}");
        if (string.IsNullOrWhiteSpace(content.Text))
        {
            return null;
        }

        return new SourceParagraph(
            new SourcePosition(line, $"paragraph {paragraphs}"),
            gap || content.BeginsPage,
            content.Runs,
            styles.HeadingLevel(paragraph),
            styles.ListLevel(paragraph)
        )
        {
            Mark = content.Mark,
            Marked = content.Marked,
        };
    }
}
