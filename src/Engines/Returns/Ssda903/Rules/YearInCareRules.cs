namespace Trellis.Returns.Ssda903;

/// <summary>Who was looked after for a whole year, against health (OC2), adoption and leaving care.</summary>
internal static class YearInCareRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("187", "Episodes OC3|AD1", "DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR IN_TOUCH ACTIV ACCOM")
        {
            Message = "The child was looked after for all of the year to 31 March, so it has been neither adopted nor has it left care. Clear the details of adoption and leaving care, or correct the episodes.",
            Check = c =>
            {
                if (c.WasLookedAfterAllYear)
                {
                    c.Ad1.FailWhere(a => a.SaysAnything());
                    c.Oc3.FailWhere(o => o.SaysAnything());
                }
            },
            Cases = """
                Episodes CHILD DECOM       DEC         REC
                         1     01/01/2026  -           -
                         2     01/01/2026  01/01/2027  E11
                         3     01/01/2026  -           -
                AD1 CHILD DATE_INT
                         1     01/05/2026  !
                         2     01/05/2026
                         3     -
                OC3 CHILD IN_TOUCH
                         1     YES  !
                         2     YES
                         3     -
                """,
        },
        new("190", "OC2 Episodes", "CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED")
        {
            Message = "Something is said of health or conviction, and the child was not looked after for all of the year to 31 March. Clear the answers or correct the episodes.",
            Check = c =>
            {
                if (!c.WasLookedAfterAllYear)
                {
                    c.Oc2.FailWhere(o => o.SaysAnything());
                }
            },
            Cases = """
                OC2 CHILD CONVICTED TEETH_CHECK
                         1     0  0
                         2     0  -  !
                         3     -  1  !
                         4     -  -
                Episodes CHILD DECOM       DEC         REC
                         1     01/04/2026  -           -
                         2     01/01/2026  30/03/2027  E4A
                """,
        },
        new("191", "OC2 Episodes", "IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE CHILD")
        {
            Message = "The child was looked after for all of the year to 31 March, and immunisations, teeth, health assessment and substance misuse are not all there. Enter them, or correct the episodes.",
            Check = c =>
            {
                if (c.WasLookedAfterAllYear)
                {
                    c.Oc2.FailWhere(o => !o.SaysAllForAll());
                    if (c.Oc2.IsEmpty)
                    {
                        c.Episodes.FailAll();
                    }
                }
            },
            Cases = """
                OC2 CHILD IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE
                         1     0  0  0  0
                         2     0  0  -  0  !
                         3     -  -  -  -
                Episodes CHILD DECOM       DEC         REC
                         1     01/04/2026  -           -
                         2     01/04/2026  -           -
                         3     01/04/2026  30/03/2027  E4A
                         4     01/04/2026  -           -    !
                         5     01/04/2026  30/03/2027  E4A
                """,
        },
        new("215", "OC2 OC3", "IN_TOUCH ACTIV ACCOM CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED")
        {
            Message = "There are details of a care leaver and also of health or conviction, which only a child still looked after has. Clear one of them.",
            Check = c => c.FailPairs(c.Oc2, c.Oc3, (health, leaver) => health.SaysAnything() && leaver.SaysAnything()),
            Cases = """
                OC2 CHILD CONVICTED
                         1     0  !
                         2     -
                         3     0
                         4     0
                OC3 CHILD ACCOM
                         1     B1  !
                         2     B1
                         3     -
                """,
        },
        new("543", "Episodes OC2", "DOB CONVICTED")
        {
            Message = "The child was looked after all year and 10 or over on 31 March, and conviction is not answered. Enter 0 or 1.",
            Check = c =>
            {
                if (c.WasLookedAfterAllYear)
                {
                    c.Oc2.FailWhere(c.Year, (o, year) => o.Convicted.IsEmpty && o.Dob.PlusYears(10) <= year.End);
                }
            },
            Cases = """
                OC2 CHILD DOB         CONVICTED
                         1     31/03/2017  -  !
                         2     01/04/2017  -
                         3     31/03/2017  0
                         4     31/03/2017  -
                         5     -           -
                Episodes CHILD DECOM
                         1     01/04/2026
                         2     01/04/2026
                         3     01/04/2026
                         5     01/04/2026
                """,
        },
        new("545", "Episodes OC2", "DOB HEALTH_CHECK")
        {
            Message = "The child was looked after all year and under 5 on 31 March, and the health checks of young children are not answered. Enter 0 or 1.",
            Check = c =>
            {
                if (c.WasLookedAfterAllYear)
                {
                    c.Oc2.FailWhere(c.Year, (o, year) => o.HealthCheck.IsEmpty && o.Dob.PlusYears(5) > year.End);
                }
            },
            Cases = """
                OC2 CHILD DOB         HEALTH_CHECK
                         1     01/04/2022  -  !
                         2     31/03/2022  -
                         3     01/04/2022  0
                         4     01/04/2022  -
                         5     -           -
                Episodes CHILD DECOM
                         1     01/04/2026
                         2     01/04/2026
                         3     01/04/2026
                         5     01/04/2026
                """,
        },
        new("546", "Episodes OC2", "DOB HEALTH_CHECK")
        {
            Message = "The child was looked after all year and 5 or over on 31 March, and the health checks of young children are answered. Clear the answer, or correct the date of birth.",
            Check = c =>
            {
                if (c.WasLookedAfterAllYear)
                {
                    c.Oc2.FailWhere(c.Year, (o, year) => o.HealthCheck.IsGiven && o.Dob.PlusYears(5) <= year.End);
                }
            },
            Cases = """
                OC2 CHILD DOB         HEALTH_CHECK
                         1     31/03/2022  0  !
                         2     01/04/2022  0
                         3     31/03/2022  -
                         4     31/03/2022  0
                         5     -           0
                Episodes CHILD DECOM
                         1     01/04/2026
                         2     01/04/2026
                         3     01/04/2026
                         5     01/04/2026
                """,
        },
    ];
}
