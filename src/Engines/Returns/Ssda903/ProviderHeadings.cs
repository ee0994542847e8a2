namespace Trellis.Returns.Ssda903;

/// <summary>Which column of a list of providers is which, by the words of its heading: Ofsted's releases name them in more than one way.</summary>
internal static class ProviderHeadings
{
    /// <summary>The column of <see cref="Shapes.Providers"/> that a heading means, in capital letters with underscores for spaces; the heading itself where it means none.</summary>
    public static string ColumnOf(string heading)
    {
        string[] words = heading.Split(['_', '(', ')', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            _ when words.Contains("URN") || heading == "UNIQUE_REFERENCE_NUMBER" => "URN",
            _ when words.Contains("POSTCODE") || heading.Contains("POST_CODE", StringComparison.Ordinal) => "POSTCODE",
            _ when words.Any(w => w is "REG" or "REGISTRATION" or "REGISTERED") && words.Any(w => w is "END" or "ENDED" or "CANCELLED" or "RESIGNED" or "CLOSED") => "REG_END",
            _ when words.Any(w => w is "PROVIDER" or "PROVIDERS") && words.Any(w => w is "CODE" or "CODES") => "PROVIDER_CODES",
            _ when words.Any(w => w is "PLACE" or "PLACEMENT") && words.Any(w => w is "CODE" or "CODES") => "PLACE_CODES",
            _ => heading,
        };
    }
}
