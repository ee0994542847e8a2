using System.Text.RegularExpressions;

namespace Trellis.Kernel.Outbox;

/// <summary>What is done to a message's words before they leave.</summary>
internal static partial class MessageText
{
    /// <summary>Without line breaks and other signs that would end a header.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    /// <summary>With the site's address before each link, which begins with "/" and a letter.</summary>
    public static string WithLinks(string text, string site) => Link().Replace(text, link => site + link.Value);

    [GeneratedRegex(@"(?<![^\s(])/(?=\p{L})\S*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
