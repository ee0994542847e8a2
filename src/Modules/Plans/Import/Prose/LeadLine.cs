namespace Trellis.Plans.Import;

/// <summary>A line that names who leads: "Lead Member / Lead Officer – A &amp; B", or one of the two alone.</summary>
internal sealed record LeadLine(string Member, string Officer)
{
    private static readonly string[] MemberLabels =
    [
        "lead member",
        "portfolio holder",
        "cabinet member",
        "lead councillor",
        "executive member",
    ];

    private static readonly string[] OfficerLabels =
    [
        "lead officer",
        "lead director",
        "responsible officer",
        "senior responsible officer",
        "accountable officer",
        "strategic lead",
        "lead chief officer",
    ];

    public static LeadLine? Of(string text)
    {
        if (text.Length > 200)
        {
            return null;
        }

        var end = LabelEnd(text);
        if (end < 0)
        {
            return null;
        }

        var label = Words.Plain(text[..end]);
        var member = Array.Exists(MemberLabels, word => label.Contains(word, StringComparison.Ordinal));
        var officer = Array.Exists(OfficerLabels, word => label.Contains(word, StringComparison.Ordinal));
        var value = text[(end + 1)..].Trim(' ', '-', ':', '\u2013', '\u2014', '\u00A0');
        return (member, officer) switch
        {
            (true, true) => Both(label, value),
            (true, false) => new LeadLine(value, ""),
            (false, true) => new LeadLine("", value),
            _ => null,
        };
    }

    private static LeadLine Both(string label, string value)
    {
        var names = value.Split([" & ", " and ", " / ", ";"], 2, StringSplitOptions.TrimEntries);
        var first = names[0];
        var second = names.Length > 1 ? names[1] : "";
        var memberFirst = MemberAt(label) < OfficerAt(label);
        return memberFirst ? new LeadLine(first, second) : new LeadLine(second, first);
    }

    private static int MemberAt(string label) => MemberLabels.Max(word => label.IndexOf(word, StringComparison.Ordinal));

    private static int OfficerAt(string label) => OfficerLabels.Max(word => label.IndexOf(word, StringComparison.Ordinal));

    /// <summary>A colon, or a dash with a space before it, within the first 60 letters.</summary>
    private static int LabelEnd(string text)
    {
        for (var i = 1; i < Math.Min(text.Length, 60); i++)
        {
            if (text[i] == ':' || (text[i] is '-' or '\u2013' or '\u2014' or '\u2212' && char.IsWhiteSpace(text[i - 1])))
            {
                return i;
            }
        }

        return -1;
    }
}
