namespace Trellis.Returns.Ssda903;

/// <summary>Care leavers (OC3).</summary>
internal static class CareLeaverRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("1000", "Episodes OC3", "IN_TOUCH ACTIV ACCOM")
        {
            Message = "The child died in care, so there is nothing to say about a care leaver. Take the care leaver row out, or correct the reason why the episode ceased.",
            Check = c =>
            {
                if (c.Episodes.Any(e => e.Rec == Codes.Died) || c.Last.Episodes.Any(e => e.Rec == Codes.Died))
                {
                    c.Oc3.FailAll();
                }
            },
            Cases = """
                Episodes CHILD REC
                         1     E2
                         2     E3
                OC3      CHILD
                         1     !
                         2
                """,
        },
    ];
}
