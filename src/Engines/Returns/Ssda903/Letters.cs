namespace Trellis.Returns.Ssda903;

/// <summary>The letters of cells, for rules that look into them.</summary>
internal static class Letters
{
    private static readonly int Ethnic = Shapes.Header.Find("ETHNIC");
    private static readonly int Upn = Shapes.Header.Find("UPN");
    private static readonly int DatePerm = Shapes.PrevPerm.Find("DATE_PERM");

    /// <summary>The letters of ETHNIC.</summary>
    public static ReadOnlySpan<byte> EthnicLetters(this Header row) => row.Row.Text(Ethnic);

    /// <summary>The letters of UPN.</summary>
    public static ReadOnlySpan<byte> UpnLetters(this Header row) => row.Row.Text(Upn);

    /// <summary>The letters of DATE_PERM, which may be known in part.</summary>
    public static ReadOnlySpan<byte> DatePermLetters(this PrevPerm row) => row.Row.Text(DatePerm);
}
