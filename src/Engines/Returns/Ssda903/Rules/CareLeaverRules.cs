namespace Trellis.Returns.Ssda903;

/// <summary>Care leavers (OC3): what is said of them.</summary>
internal static class CareLeaverRules
{
    private static readonly CodeSet InTouch = CodeSet.Of("YES NO DIED REFU NREQ RHOM");

    private static readonly CodeSet Activities = CodeSet.Of("F1 P1 F2 P2 F4 P4 F5 P5 G4 G5 G6 0");

    private static readonly CodeSet Accommodations = CodeSet.Of("B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S2 T1 T2 U1 U2 V1 V2 W1 W2 X2 Y1 Y2 Z1 Z2 0");

    /// <summary>With the foster carers of before, suitable or not.</summary>
    private static readonly CodeSet FormerFosterCarers = CodeSet.Of("Z1 Z2");

    /// <summary>A foyer, suitable or not; also where only the first letter is given.</summary>
    private static readonly CodeSet Foyers = CodeSet.Of("T T1 T2");

    /// <summary>Died, or returned home for good.</summary>
    private static readonly CodeSet NoLongerSupported = CodeSet.Of("DIED RHOM");

    private static readonly Code IsInTouch = Code.Of("YES");

    private static readonly Code HasDied = Code.Of("DIED");

    private static readonly Code None = Code.Of("0");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("131", "OC3", "IN_TOUCH")
        {
            Message = "Whether the authority is in touch with the care leaver is not one of YES, NO, DIED, REFU, NREQ and RHOM. Enter one of them.",
            CheckRows = r => r.Oc3.FailWhere(o => o.InTouch.IsGivenOutside(InTouch)),
            Cases = """
                OC3 IN_TOUCH
                    YES
                    RHOM
                    yes      !
                    Y        !
                    -
                """,
        },
        new("132", "OC3", "ACTIV")
        {
            Message = "What the care leaver does is missing or not one of the codes. Enter the code, or 0 where it is not known.",
            CheckRows = r => r.Oc3.FailWhere(o => !o.Activ.IsIn(Activities)),
            Cases = """
                OC3 ACTIV
                    F1
                    0
                    P3     !
                    f1     !
                    -      !
                """,
        },
        new("133", "OC3", "ACCOM")
        {
            Message = "Where the care leaver lives is missing or not one of the codes. Enter the code, or 0 where it is not known.",
            CheckRows = r => r.Oc3.FailWhere(o => !o.Accom.IsIn(Accommodations)),
            Cases = """
                OC3 ACCOM
                    B1
                    0
                    S2
                    S1     !
                    01     !
                    -      !
                """,
        },
        new("153", "OC3", "IN_TOUCH ACTIV ACCOM")
        {
            Message = "Some of the three facts about the care leaver are there and some are not. Enter all three, or clear them.",
            CheckRows = r => r.Oc3.FailWhere(o => o.SaysAnything() && !o.SaysAll()),
            Cases = """
                OC3 IN_TOUCH ACTIV ACCOM
                    YES      F1    B1
                    -        -     -
                    YES      -     B1     !
                    -        F1    -      !
                """,
        },
        new("344", "OC3", "IN_TOUCH ACTIV ACCOM")
        {
            Message = "The young person died or returned home for good, and something is said of activity or accommodation. Enter 0 for both, or correct whether you are in touch.",
            CheckRows = r => r.Oc3.FailWhere(o => o.InTouch.IsIn(NoLongerSupported) && (IsSaid(o.Activ) || IsSaid(o.Accom))),
            Cases = """
                OC3 IN_TOUCH ACTIV ACCOM
                    DIED     F1    0      !
                    RHOM     -     B1     !
                    DIED     0     0
                    RHOM     -     -
                    YES      F1    B1
                """,
        },
        new("345", "OC3", "IN_TOUCH ACTIV ACCOM")
        {
            Message = "The authority is in touch with the young person and does not know activity or accommodation. Enter them, or correct whether you are in touch.",
            CheckRows = r => r.Oc3.FailWhere(o => o.InTouch == IsInTouch && (o.Activ == None || o.Accom == None)),
            Cases = """
                OC3 IN_TOUCH ACTIV ACCOM
                    YES      0     B1     !
                    YES      F1    0      !
                    YES      F1    B1
                    NO       0     0
                    YES      -     -
                """,
        },
        new("347", "OC3", "PLACE DEC URN")
        {
            Message = "A care leaver who was under 18 on 1 April is said to live in a foyer. Correct the accommodation or the date of birth.",
            From = 2024,
            CheckRows = r => r.Oc3.FailWhere(r.Year, (o, year) => o.Accom.IsIn(Foyers) && o.Dob.PlusYears(18) > year.Start),
            Cases = """
                OC3 DOB         ACCOM
                    02/04/2008  T1     !
                    02/04/2008  T2     !
                    01/04/2008  T1
                    02/04/2008  U1
                    -           T1
                """,
        },
        new("348", "OC3 OC3_last", "IN_TOUCH")
        {
            Message = "Last year's return said that the care leaver had died. Find out which is right.",
            From = 2026,
            Check = c => c.Oc3.FailWhereAny(c.Last.Oc3, (o, last) => last.InTouch == HasDied && o.InTouch != HasDied),
            Cases = """
                OC3 CHILD IN_TOUCH
                    1     YES       !
                    2     DIED
                    3     YES
                    4     -         !
                    5     YES
                OC3_last CHILD IN_TOUCH
                    1     DIED
                    2     DIED
                    3     NO
                    4     DIED
                """,
        },
        new("391", "OC3", "DOB IN_TOUCH ACTIV ACCOM")
        {
            Message = "The young person was not yet 17 at the end of the year, too young for care leaver details. Clear them or correct the date of birth.",
            CheckRows = r => r.Oc3.FailWhere(r.Year, (o, year) => o.SaysAnything() && o.Dob.PlusYears(17) > year.End),
            Cases = """
                OC3 DOB         IN_TOUCH
                    01/04/2010  YES       !
                    31/03/2010  YES
                    01/04/2010  -
                    -           YES
                """,
        },
        new("3001", "OC3 Header", "REC")
        {
            Message = "At the 17th birthday a care leaver cannot live with former foster carers. Correct the accommodation, or the date of birth.",
            Check = c =>
            {
                if (c.Dob.PlusYears(17).IsWithin(c.Year.Start, c.Year.End))
                {
                    c.Oc3.FailWhere(o => o.Accom.IsIn(FormerFosterCarers));
                }
            },
            Cases = """
                OC3 CHILD ACCOM
                    1     Z1     !
                    2     Z2     !
                    3     Z1
                    4     Z1
                    1     Y1
                Header CHILD DOB
                    1     01/04/2009
                    2     31/03/2010
                    3     31/03/2009
                    4     01/04/2010
                """,
        },
    ];

    private static bool IsSaid(Code code) => code.IsGiven && code != None;
}
