namespace Trellis.Measures.Changes;

public static class ChangeWords
{
    /// <summary>As a chart says it beside its line.</summary>
    public static string Words(this SeriesChangeKind kind) => kind switch
    {
        SeriesChangeKind.Definition => "New definition",
        SeriesChangeKind.Break => "Not comparable with before",
        _ => "Limits drawn anew",
    };
}
