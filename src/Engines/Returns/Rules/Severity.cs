namespace Trellis.Returns;

/// <summary>How grave a failure is in the official list.</summary>
public enum Severity
{
    /// <summary>The list states none (SSDA903). Treated as an error.</summary>
    NotStated,

    /// <summary>The return is refused until it is mended.</summary>
    Error,

    /// <summary>To be checked, and mended or explained.</summary>
    Query,
}

/// <summary>How reports name it.</summary>
public static class SeverityWords
{
    /// <summary>"error", "query" or "not stated".</summary>
    public static string InWords(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Query => "query",
        _ => "not stated",
    };
}
