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
