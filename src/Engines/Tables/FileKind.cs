namespace Trellis.Tables;

/// <summary>What a file is, by its first bytes and, among text formats, by its name.</summary>
internal static class FileKind
{
    private const string Accepted = "Save the plan as .docx, .xlsx, .csv, .md or .txt and give that.";

    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadingLimit limit) =>
        bytes.Span switch
        {
            [] => throw limit.Refusal("The file is empty.", "", "Check that the whole file was copied."),
            [(byte)'P', (byte)'K', 3 or 5, ..] => OfficePackage.Inspect(bytes, limit) == SourceFormat.Word
                ? WordReader.Read(bytes, limit)
                : ExcelReader.Read(bytes, limit),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw limit.Refusal(
                "The file is protected by a password, or from Word or Excel before 2007.",
                "",
                "Open it, take the password off, save it as .docx or .xlsx and give that."
            ),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw limit.Refusal(
                "The file is a PDF.",
                "",
                "Give the document that the PDF was made from. " + Accepted
            ),
            _ => ReadText(bytes, limit),
        };

    private static SourceDocument ReadText(ReadOnlyMemory<byte> bytes, ReadingLimit limit)
    {
        var text = TextDecoding.Decode(bytes.Span);
        if (text is null || Named(limit, ".docx") || Named(limit, ".xlsx"))
        {
            throw limit.Refusal(
                text is null
                    ? "The file is not text, and not a Word or Excel file either."
                    : "The file is named as a Word or Excel file, but is none.",
                "",
                Accepted
            );
        }

        return Named(limit, ".csv") || Named(limit, ".tsv") ? CsvReader.Read(text, limit)
            : Named(limit, ".md") || Named(limit, ".markdown") ? PlainTextReader.Read(text, SourceFormat.Markdown, limit)
            : PlainTextReader.Read(text, SourceFormat.Text, limit);
    }

    private static bool Named(ReadingLimit limit, string ending) =>
        limit.FileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
