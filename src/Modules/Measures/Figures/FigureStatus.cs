namespace Trellis.Measures.Figures;

/// <summary>How far a published figure is settled.</summary>
public enum FigureStatus
{
    Final,
    Estimated,
    Provisional,
    Revised,
}

/// <summary>Why a figure has no value, or how little the value says: the symbols of government statistics.</summary>
public enum Shorthand
{
    None,

    /// <summary>[c]: kept back, because it would tell of a few people.</summary>
    Confidential,

    /// <summary>[z]: there can be no such figure.</summary>
    NotApplicable,

    /// <summary>[x]: not available.</summary>
    NotAvailable,

    /// <summary>[low]: more than none, but rounds to nought.</summary>
    Low,

    /// <summary>[u]: of low reliability.</summary>
    Unreliable,
}

public static class FigureMarks
{
    /// <summary>As it stands behind or in place of a figure: "[p]"; empty for a settled one.</summary>
    public static string Mark(this FigureStatus status) => status switch
    {
        FigureStatus.Estimated => "[e]",
        FigureStatus.Provisional => "[p]",
        FigureStatus.Revised => "[r]",
        _ => "",
    };

    public static string Mark(this Shorthand shorthand) => shorthand switch
    {
        Shorthand.Confidential => "[c]",
        Shorthand.NotApplicable => "[z]",
        Shorthand.NotAvailable => "[x]",
        Shorthand.Low => "[low]",
        Shorthand.Unreliable => "[u]",
        _ => "",
    };

    /// <summary>What the mark means, for the line below a table.</summary>
    public static string Meaning(this Shorthand shorthand) => shorthand switch
    {
        Shorthand.Confidential => "kept back so that nobody can be recognised",
        Shorthand.NotApplicable => "not applicable",
        Shorthand.NotAvailable => "not available",
        Shorthand.Low => "more than none, but rounds to nought",
        Shorthand.Unreliable => "of low reliability",
        _ => "",
    };

    public static string Meaning(this FigureStatus status) => status switch
    {
        FigureStatus.Estimated => "estimated",
        FigureStatus.Provisional => "provisional",
        FigureStatus.Revised => "revised",
        _ => "",
    };
}
