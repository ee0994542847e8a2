namespace Trellis.Measures.Statuses;

/// <summary>How judgements are said; colour and sign only repeat it.</summary>
public static class StatusWords
{
    public static string Words(this Direction direction) => direction switch
    {
        Direction.Same => "No change",
        Direction.Improving => "Improving",
        Direction.Worsening => "Getting worse",
        Direction.Increasing => "Up",
        Direction.Decreasing => "Down",
        _ => "Nothing to compare with",
    };

    public static string Words(this Variation variation) => variation switch
    {
        Variation.CommonCause => "Varies as usual",
        Variation.Improvement => "Changed for the better",
        Variation.Concern => "Changed for the worse",
        Variation.High => "Higher than usual",
        Variation.Low => "Lower than usual",
        _ => "",
    };

    public static string Words(this Assurance assurance) => assurance switch
    {
        Assurance.Pass => "Will keep meeting its target",
        Assurance.Fail => "Will miss its target unless something changes",
        Assurance.HitOrMiss => "May meet or miss its target by chance",
        _ => "",
    };

    /// <summary>The colour of a tag.</summary>
    public static string Colour(this Rag rag) => rag switch
    {
        Rag.Green => "green",
        Rag.Amber => "orange",
        Rag.Red => "red",
        _ => "grey",
    };

    public static string Words(this Polarity polarity) => polarity switch
    {
        Polarity.High => "Higher is better",
        Polarity.Low => "Lower is better",
        Polarity.PlanIsBest => "As near to the target as can be",
        _ => "Neither more nor less is better in itself",
    };

    public static string Words(this Frequency frequency) => frequency switch
    {
        Frequency.Monthly => "Each month",
        Frequency.Quarterly => "Each quarter",
        Frequency.Termly => "Each term",
        _ => "Each year",
    };

    public static string Words(this Basis basis) => basis switch
    {
        Basis.Snapshot => "what stood at a moment",
        Basis.YearToDate => "since the year began",
        Basis.Rolling12Months => "the last twelve months",
        _ => "what happened in the period",
    };
}
