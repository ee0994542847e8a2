namespace Trellis.Returns.Ssda903;

/// <summary>How old a child is when care begins, changes its legal status or ends.</summary>
internal static class AgeRules
{
    private static readonly CodeSet YouthJustice = CodeSet.Of("J1 J2 J3");

    private static readonly CodeSet IndependentLiving = CodeSet.Of("E5 E6");

    private static readonly CodeSet SpecialGuardianship = CodeSet.Of("E45 E46 E47 E48");

    private static readonly Code AdultServices = Code.Of("E7");

    private static readonly Code StayingPut = Code.Of("E17");

    private static readonly Code Accommodated = Code.Of("V2");

    private static readonly Code CommunityHome = Code.Of("K2");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("302", "Header Episodes", "DECOM DOB")
        {
            Message = "The first episode begins before the child was born. Correct one of the two dates.",
            Check = c =>
            {
                var first = c.Episodes.First;
                foreach (var h in c.Header)
                {
                    if (first is { } start && start.Decom < h.Dob)
                    {
                        c.Fail(h);
                        c.Fail(start);
                    }
                }
            },
            Cases = """
                Header CHILD DOB
                    1     01/05/2026  !
                    2     01/05/2026
                    3     -
                Episodes CHILD DECOM
                    1     30/04/2026  !
                    1     01/05/2026
                    2     01/05/2026
                    3     01/05/2026
                """,
        },
        new("352", "Header Episodes", "DECOM RNE")
        {
            Message = "The child was 18 or over when it came into care. Correct the date of birth or the episode.",
            Check = c => c.Episodes.FailWhere(c.Dob, (e, dob) => e.Rne == Codes.Started && e.Decom >= dob.PlusYears(18)),
            Cases = """
                Header CHILD DOB
                    1     01/05/2008
                    2     02/05/2008
                    3     -
                Episodes CHILD DECOM       RNE
                    1     01/05/2026  S  !
                    1     01/06/2026  P
                    2     01/05/2026  S
                    3     01/05/2026  S
                """,
        },
        new("358", "Header Episodes", "DECOM DOB LS")
        {
            Message = "The legal status comes from a criminal court, and the child was under 10. Correct the legal status or the date of birth.",
            Check = c => c.FailPairs(c.Header, c.Episodes, (h, e) => e.Ls.IsIn(YouthJustice) && e.Decom < h.Dob.PlusYears(10)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2016  !
                    2     01/05/2016
                    3     02/05/2016
                    4     -
                Episodes CHILD DECOM       LS
                    1     01/05/2026  J1  !
                    2     01/05/2026  J2
                    3     01/05/2026  C2
                    4     01/05/2026  J3
                """,
        },
        new("359", "Header Episodes", "DEC LS PLACE")
        {
            Message = "The child is past 18 and still looked after, which can only be by agreement (V2) in a community home (K2). End the episode, or correct status and placement.",
            Check = c =>
            {
                if (c.Dob.PlusYears(18) < c.Year.End)
                {
                    c.Episodes.FailWhere(e => e.Dec.IsEmpty && !(e.Ls == Accommodated && e.Place == CommunityHome));
                }
            },
            Cases = """
                Header CHILD DOB
                    1     30/03/2009
                    2     31/03/2009
                    3     30/03/2009
                    4     30/03/2009
                Episodes CHILD DEC         LS  PLACE
                    1     -           V2  K1  !
                    2     -           V2  K1
                    3     -           V2  K2
                    4     30/03/2027  V2  K1
                """,
        },
        new("386", "Header Episodes", "REC")
        {
            Message = "The child is said to have been adopted at 18 or over, and adults cannot be. Correct the reason, or one of the dates.",
            Check = c => c.Episodes.FailWhere(c.Dob, (e, dob) => e.Rec.IsIn(Codes.Adopted) && e.Dec >= dob.PlusYears(18)),
            Cases = """
                Header CHILD DOB
                    1     01/05/2008
                    2     02/05/2008
                    3     01/05/2008
                    4     -
                Episodes CHILD DEC         REC
                    1     01/05/2026  E11  !
                    2     01/05/2026  E12
                    3     01/05/2026  E4A
                    4     01/05/2026  E11
                """,
        },
        new("387", "Header Episodes", "REC")
        {
            Message = "A child under 14 is said to have moved into independent living. Correct the reason, or one of the dates.",
            Check = c => c.Episodes.FailWhere(c, (e, child) => e.Rec.IsIn(IndependentLiving) && EndOf(e, child) < child.Dob.PlusYears(14)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2012
                    2     01/05/2012
                    3     02/05/2012
                    4     01/04/2013
                Episodes CHILD DEC         REC
                    1     01/05/2026  E5   !
                    1     -           E5
                    2     01/05/2026  E6
                    4     -           E5   !
                    3     01/05/2026  E4A
                """,
        },
        new("389", "Header Episodes", "REC")
        {
            Message = "A child under 16 is said to have gone over to adult social care. Correct the reason, or one of the dates.",
            Check = c => c.Episodes.FailWhere(c, (e, child) => e.Rec == AdultServices && EndOf(e, child) < child.Dob.PlusYears(16)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2010
                    2     01/05/2010
                    3     02/05/2010
                Episodes CHILD DEC         REC
                    1     01/05/2026  E7   !
                    2     01/05/2026  E7
                    3     01/05/2026  E4A
                """,
        },
        new("407", "Header Episodes", "DEC DOB REC")
        {
            Message = "A special guardianship order is said to have been made at 18 or over, and it ends with 18. Correct the reason, or one of the dates.",
            Check = c => c.FailPairs(c.Header, c.Episodes, (h, e) => e.Rec.IsIn(SpecialGuardianship) && e.Dec >= h.Dob.PlusYears(18)),
            Cases = """
                Header CHILD DOB
                    1     01/05/2008  !
                    2     02/05/2008
                    3     01/05/2008
                    4     -
                Episodes CHILD DEC         REC
                    1     01/05/2026  E45  !
                    2     01/05/2026  E48
                    3     01/05/2026  E4A
                    4     01/05/2026  E45
                """,
        },
        new("460", "Header Episodes", "DEC REC")
        {
            Message = "A child under 18 is said to have stayed with its carers as an adult. Correct the reason, or one of the dates.",
            Check = c => c.Episodes.FailWhere(c.Dob, (e, dob) => e.Rec == StayingPut && e.Dec < dob.PlusYears(18)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2008
                    2     01/05/2008
                    3     -
                Episodes CHILD DEC         REC
                    1     01/05/2026  E17  !
                    2     01/05/2026  E17
                    3     01/05/2026  E17
                """,
        },
    ];

    /// <summary>When it ended; where a reason stands without a date, the end of the year is the latest that it can be.</summary>
    private static Day EndOf(Episode e, Child c) => e.EndBy(c.Year.End);
}
