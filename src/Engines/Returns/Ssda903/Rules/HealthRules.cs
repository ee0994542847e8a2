namespace Trellis.Returns.Ssda903;

/// <summary>Health, conviction and substance misuse of children looked after for a year (OC2): what stands in the row itself.</summary>
internal static class HealthRules
{
    private static readonly Code Yes = Code.Of("1");

    private static readonly Code No = Code.Of("0");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("158", "OC2", "INTERVENTION_RECEIVED INTERVENTION_OFFERED")
        {
            Message = "The child received help with substance misuse, so whether help was offered is not asked. Clear it.",
            CheckRows = r => r.Oc2.FailWhere(o => o.InterventionReceived == Yes && o.InterventionOffered.IsGiven),
            Cases = """
                OC2 INTERVENTION_RECEIVED INTERVENTION_OFFERED
                    1                     0  !
                    1                     1  !
                    1                     -
                    0                     1
                """,
        },
        new("159", "OC2", "SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED")
        {
            Message = "The child did not receive help with substance misuse, and nothing says whether it was offered. Enter 0 or 1.",
            CheckRows = r => r.Oc2.FailWhere(o => o.SubstanceMisuse == Yes && o.InterventionReceived == No && o.InterventionOffered.IsEmpty),
            Cases = """
                OC2 SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED
                    1                0                     -  !
                    1                0                     0
                    1                1                     -
                    0                0                     -
                """,
        },
        new("181", "OC2", "CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED")
        {
            Message = "One of the facts about health or conviction is neither 0 nor 1. Enter one of them.",
            CheckRows = r => r.Oc2.FailWhere(o => IsAnyNoAnswer(o)),
            Cases = """
                OC2 CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED
                    0         1            0             1           0                 1                0                     1
                    2         1            0             1           0                 1                0                     1  !
                    0         1            0             1           0                 1                0                     Y  !
                    0         1            yes           -           -                 -                -                     -  !
                    -         -            -             -           -                 -                -                     -
                """,
        },
        new("182", "OC2", "IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE CONVICTED HEALTH_CHECK INTERVENTION_RECEIVED INTERVENTION_OFFERED")
        {
            Message = "Something is said of health or conviction, and immunisations, teeth, health assessment and substance misuse are not all there. Enter these four, or clear the row.",
            CheckRows = r => r.Oc2.FailWhere(o => o.SaysAnything() && !o.SaysAllForAll()),
            Cases = """
                OC2 CONVICTED IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_OFFERED
                    -         0             1           0                 1                -
                    -         0             1           0                 -                -  !
                    1         -             -           -                 -                -  !
                    -         -             -           -                 -                0  !
                    -         -             -           -                 -                -
                """,
        },
        new("192", "OC2", "SUBSTANCE_MISUSE INTERVENTION_RECEIVED")
        {
            Message = "The child has a substance misuse problem, and nothing says whether it received help. Enter 0 or 1.",
            CheckRows = r => r.Oc2.FailWhere(o => o.SubstanceMisuse == Yes && o.InterventionReceived.IsEmpty),
            Cases = """
                OC2 SUBSTANCE_MISUSE INTERVENTION_RECEIVED
                    1                -  !
                    1                0
                    0                -
                    -                -
                """,
        },
        new("193", "OC2", "SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED")
        {
            Message = "The child is not said to have a substance misuse problem, and yet whether help was offered or received is answered. Clear the answers, or enter the problem.",
            CheckRows = r => r.Oc2.FailWhere(o => (o.SubstanceMisuse.IsEmpty || o.SubstanceMisuse == No) && (o.InterventionReceived.IsGiven || o.InterventionOffered.IsGiven)),
            Cases = """
                OC2 SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED
                    0                0                     -  !
                    0                -                     1  !
                    -                1                     -  !
                    0                -                     -
                    1                1                     1
                """,
        },
        new("542", "OC2", "CONVICTED")
        {
            Message = "The child was under 10 on 31 March, below the age of criminal responsibility, and conviction is answered. Clear it, or correct the date of birth.",
            CheckRows = r => r.Oc2.FailWhere(r.Year, (o, year) => o.Convicted.IsGiven && o.Dob.PlusYears(10) > year.End),
            Cases = """
                OC2 DOB         CONVICTED
                    01/04/2017  0  !
                    01/04/2017  1  !
                    31/03/2017  1
                    01/04/2017  -
                    -           1
                """,
        },
        new("544", "OC2", "CONVICTED IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE")
        {
            Message = "Conviction is answered, and immunisations, teeth, health assessment and substance misuse are not all there. Enter these four.",
            CheckRows = r => r.Oc2.FailWhere(o => o.Convicted.IsGiven && !o.SaysAllForAll()),
            Cases = """
                OC2 CONVICTED IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE
                    1         0             0           0                 -  !
                    0         -             0           0                 0  !
                    1         0             0           0                 0
                    -         -             0           0                 0
                """,
        },
        new("547", "OC2", "HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE")
        {
            Message = "The health checks of a young child are up to date, and immunisations, teeth, health assessment and substance misuse are not all there. Enter these four.",
            CheckRows = r => r.Oc2.FailWhere(o => o.HealthCheck == Yes && !o.SaysAllForAll()),
            Cases = """
                OC2 HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE
                    1            0             0           0                 -  !
                    1            -             0           0                 0  !
                    1            0             0           0                 0
                    0            -             0           0                 0
                    -            -             0           0                 0
                """,
        },
    ];

    private static bool IsAnyNoAnswer(Oc2 o) =>
        o.Convicted.IsGivenOutside(Codes.ZeroOrOne)
        || o.HealthCheck.IsGivenOutside(Codes.ZeroOrOne)
        || o.Immunisations.IsGivenOutside(Codes.ZeroOrOne)
        || o.TeethCheck.IsGivenOutside(Codes.ZeroOrOne)
        || o.HealthAssessment.IsGivenOutside(Codes.ZeroOrOne)
        || o.SubstanceMisuse.IsGivenOutside(Codes.ZeroOrOne)
        || o.InterventionReceived.IsGivenOutside(Codes.ZeroOrOne)
        || o.InterventionOffered.IsGivenOutside(Codes.ZeroOrOne);
}
