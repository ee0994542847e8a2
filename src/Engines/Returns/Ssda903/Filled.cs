namespace Trellis.Returns.Ssda903;

/// <summary>What is filled in of a row of which only the child is certain.</summary>
internal static class Filled
{
    /// <summary>Any of the three facts about a care leaver.</summary>
    public static bool SaysAnything(this Oc3 row) => row.InTouch.IsGiven || row.Activ.IsGiven || row.Accom.IsGiven;

    /// <summary>All three facts about a care leaver.</summary>
    public static bool SaysAll(this Oc3 row) => row.InTouch.IsGiven && row.Activ.IsGiven && row.Accom.IsGiven;

    /// <summary>Any of the six facts about an adoption.</summary>
    public static bool SaysAnything(this Ad1 row) =>
        row.DateInt.IsGiven || row.DateMatch.IsGiven || row.FosterCare.IsGiven || row.NbAdoptr.IsGiven || row.SexAdoptr.IsGiven || row.LsAdoptr.IsGiven;

    /// <summary>All six facts about an adoption.</summary>
    public static bool SaysAll(this Ad1 row) =>
        row.DateInt.IsGiven && row.DateMatch.IsGiven && row.FosterCare.IsGiven && row.NbAdoptr.IsGiven && row.SexAdoptr.IsGiven && row.LsAdoptr.IsGiven;

    /// <summary>Any of the four facts that are asked of every child looked after for a year.</summary>
    public static bool SaysAnyForAll(this Oc2 row) => row.Immunisations.IsGiven || row.TeethCheck.IsGiven || row.HealthAssessment.IsGiven || row.SubstanceMisuse.IsGiven;

    /// <summary>All four facts that are asked of every child looked after for a year.</summary>
    public static bool SaysAllForAll(this Oc2 row) => row.Immunisations.IsGiven && row.TeethCheck.IsGiven && row.HealthAssessment.IsGiven && row.SubstanceMisuse.IsGiven;

    /// <summary>Any fact about health and conviction; the questionnaire is not one of them.</summary>
    public static bool SaysAnything(this Oc2 row) =>
        row.SaysAnyForAll() || row.Convicted.IsGiven || row.HealthCheck.IsGiven || row.InterventionReceived.IsGiven || row.InterventionOffered.IsGiven;

    /// <summary>Any of the three facts about a former permanent home.</summary>
    public static bool SaysAnything(this PrevPerm row) => row.Kind.IsGiven || row.LaPerm.IsGiven || row.DatePerm.IsGiven;
}
