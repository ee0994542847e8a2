namespace Trellis.Tables;

/// <summary>What a file is, by its first bytes and, among text formats, by its name.</summary>
internal static class FileKind
{
    public static Func<ReadOnlyMemory<byte>, ReadingLimit, SourceDocument> Of(ReadOnlyMemory<byte> bytes, ReadingLimit limit)
    {
        var name = limit.FileName;
        return bytes.Span switch
        {
            [] => throw limit.Refusal("The file is empty.", "", "Check that the whole file was copied."),
            _ when name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase) =>
                (b, l) => PlainTextReader.Read(TextOf(b, l), SourceFormat.Markdown, l),
            _ => (b, l) => PlainTextReader.Read(TextOf(b, l), SourceFormat.Text, l),
        };
    }

    private static string TextOf(ReadOnlyMemory<byte> bytes, ReadingLimit limit) =>
        TextDecoding.Decode(bytes.Span)
        ?? throw limit.Refusal(
            "The file is not text, and not a Word or Excel file either.",
            "",
            "Save the plan as .docx, .xlsx, .csv, .md or .txt and give that."
        );
}
