using System.IO.Compression;
using System.Xml;

namespace Trellis.Tables;

/// <summary>
/// A Word or Excel file looked through before it is opened: its parts are unpacked once, counted and thrown away, so that a bomb, a cut
/// file, a foreign zip or hostile XML is refused in bounded memory.
/// </summary>
internal static class OfficePackage
{
    private const int FirstMegabyte = 1024 * 1024;

    /// <summary>The format of the package; refuses what is none or is unsafe.</summary>
    public static SourceFormat Inspect(ReadOnlyMemory<byte> bytes, ReadingLimit limit)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return Inspect(zip, limit);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or EndOfStreamException)
        {
            throw Damaged(limit);
        }
    }

    public static UnreadableException Damaged(ReadingLimit limit) =>
        limit.Refusal(
            "The file is damaged or was cut off.",
            "",
            "Open it in Word or Excel, save it again and give the new copy."
        );

    private static SourceFormat Inspect(ZipArchive zip, ReadingLimit limit)
    {
        if (zip.Entries.Count > limit.Limits.Parts)
        {
            throw limit.Refusal(
                $"The file has more than {limit.Limits.Parts:N0} parts.",
                "",
                "Save it again in Word or Excel and give the new copy."
            );
        }

        var left = limit.Limits.ExpandedBytes;
        foreach (var entry in zip.Entries)
        {
            limit.Cancel.ThrowIfCancellationRequested();
            RefuseUnsafeName(entry, limit);
            left -= Measure(entry, left, limit);
        }

        return zip.GetEntry("word/document.xml") is not null ? SourceFormat.Word
            : zip.GetEntry("xl/workbook.xml") is not null ? SourceFormat.Excel
            : throw limit.Refusal(
                "The file is a package, but neither a Word document nor an Excel workbook.",
                "",
                "Save the plan as .docx, .xlsx, .csv, .md or .txt and give that."
            );
    }

    private static void RefuseUnsafeName(ZipArchiveEntry entry, ReadingLimit limit)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains(".."))
        {
            throw limit.Refusal(
                "The file holds a part whose name points outside of it.",
                "",
                "Do not trust this file: ask its sender for another copy."
            );
        }
    }

    /// <summary>Unpacks one part to nowhere and returns its true size; the size that the file claims may be a lie.</summary>
    private static long Measure(ZipArchiveEntry entry, long left, ReadingLimit limit)
    {
        var most = Math.Min(left, FirstMegabyte + (entry.CompressedLength * limit.Limits.Ratio));
        using var counted = new CountedStream(entry.Open(), most, () => Bomb(entry, limit));
        if (
            entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        )
        {
            Walk(counted, entry, limit);
        }
        else
        {
            counted.CopyTo(Stream.Null);
        }

        return counted.Count;
    }

    private static UnreadableException Bomb(ZipArchiveEntry entry, ReadingLimit limit) =>
        limit.Refusal(
            "The file unpacks to more than a plan can need.",
            $"part {entry.FullName}",
            "Take pictures out of it, or give only the part that is the plan."
        );

    private static void Walk(CountedStream part, ZipArchiveEntry entry, ReadingLimit limit)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
        };
        try
        {
            using var reader = XmlReader.Create(part, settings);
            while (reader.Read())
            {
                if (reader.Depth > limit.Limits.Nesting)
                {
                    throw limit.Refusal(
                        "The file is nested deeper than a document can be.",
                        $"part {entry.FullName}",
                        "Save it again in Word or Excel and give the new copy."
                    );
                }
            }
        }
        catch (XmlException)
        {
            throw limit.Refusal(
                "A part of the file is not what Word or Excel writes.",
                $"part {entry.FullName}",
                "Save it again in Word or Excel and give the new copy."
            );
        }
    }
}
