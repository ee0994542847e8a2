using System.Xml;

namespace Trellis.Returns;

/// <summary>Which styles of a workbook show a number as a date: those of Excel's own forms, and those whose form names a day or a year.</summary>
internal static class DateStyles
{
    /// <summary>The styles of cells by their number, from the part of a workbook that holds them; none where there is no such part.</summary>
    public static HashSet<int> Of(XmlReader? reader)
    {
        var (dates, forms, cells, style) = (new HashSet<int>(), new HashSet<int>(), false, 0);
        while (reader is not null && Workbook.Next(reader))
        {
            if (reader.LocalName == "cellXfs")
            {
                cells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && Workbook.NumberIn(reader, "numFmtId") is { } form && IsOfDates(reader.GetAttribute("formatCode") ?? ""))
            {
                forms.Add(form);
            }
            else if (cells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                if (Workbook.NumberIn(reader, "numFmtId") is { } shown && (shown is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58 || forms.Contains(shown)))
                {
                    dates.Add(style);
                }

                style++;
            }
        }

        return dates;
    }

    private static bool IsOfDates(string form)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var letter in form)
        {
            quoted ^= letter == '"';
            bracketed = letter == '[' || (bracketed && letter != ']');
            if (!quoted && !bracketed && letter is 'd' or 'D' or 'y' or 'Y')
            {
                return true;
            }
        }

        return false;
    }
}
