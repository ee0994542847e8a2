namespace Trellis.Returns.Ssda903;

/// <summary>The strengths and difficulties questionnaire (SDQ) of children looked after for a year (OC2).</summary>
internal static class QuestionnaireRules
{
    private static readonly CodeSet Scores = CodeSet.Numbers(0, 40).And(CodeSet.Numbers(0, 9, 2));

    private static readonly CodeSet Reasons = CodeSet.Of("SDQ1 SDQ2 SDQ3 SDQ4 SDQ5");

    private static readonly Code NotOfAge = Code.Of("SDQ1");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("157", "OC2 Episodes", "SDQ_REASON DOB")
        {
            Message = "SDQ1 says that the child was too young or too old for the questionnaire, and it was of the right age all year. Enter the score, or another reason.",
            Check = c =>
            {
                if (c.WasLookedAfterAllYear)
                {
                    c.Oc2.FailWhere(c.Year, (o, year) => o.SdqReason == NotOfAge && o.Dob.PlusYears(4) <= year.Start && o.Dob.PlusYears(16) >= year.End);
                }
            },
            Cases = """
                OC2 CHILD DOB         SDQ_REASON
                    1     01/04/2022  SDQ1  !
                    2     02/04/2022  SDQ1
                    3     31/03/2011  SDQ1  !
                    4     30/03/2011  SDQ1
                    5     01/04/2022  SDQ2
                    6     01/04/2022  SDQ1
                Episodes CHILD DECOM
                    1     01/01/2026
                    2     01/01/2026
                    3     01/01/2026
                    4     01/01/2026
                    5     01/01/2026
                """,
        },
        new("180", "OC2", "SDQ_SCORE")
        {
            Message = "The score of the questionnaire is no whole number from 0 to 40. Correct it.",
            CheckRows = r => r.Oc2.FailWhere(o => o.SdqScore.IsGivenOutside(Scores)),
            Cases = """
                OC2 SDQ_SCORE
                    0
                    07
                    40
                    41         !
                    -1         !
                    7.5        !
                    -
                """,
        },
        new("185", "Episodes OC2", "SDQ_SCORE")
        {
            Message = "There is a score, and the child was not looked after for all of the year to 31 March. Clear the score or correct the episodes.",
            Check = c =>
            {
                if (!c.WasLookedAfterAllYear)
                {
                    c.Oc2.FailWhere(o => o.SdqScore.IsGiven);
                }
            },
            Cases = """
                OC2 CHILD SDQ_SCORE
                    1     7
                    2     7    !
                    3     7    !
                    4     -
                    5     7    !
                    6     7
                    7     7    !
                    8     7
                    9     7    !
                Episodes CHILD DECOM RNE   DEC         REC  LS
                    1     01/04/2026  S    -           -    C2
                    2     02/04/2026  S    -           -    C2
                    5     01/01/2026  S    30/03/2027  E4A  C2
                    6     01/01/2026  S    31/03/2027  E4A  C2
                    7     01/01/2026  S    01/05/2026  X1   C2
                    7     01/05/2026  L    -           -    V3
                    8     01/01/2026  S    01/05/2026  X1   C2
                    8     01/05/2026  P    -           -    C2
                    9     01/01/2026  S    01/05/2026  X1   C2
                    9     01/06/2026  S    -           -    C2
                """,
        },
        new("186", "Episodes OC2", "SDQ_SCORE")
        {
            Message = "The child was looked after all year and of the age for the questionnaire, and there is neither a score nor a reason. Enter one of them.",
            Check = c =>
            {
                if (c.WasLookedAfterAllYear)
                {
                    c.Oc2.FailWhere(c.Year, (o, year) => HasNeither(o) && o.Dob.PlusYears(4) <= year.Start && o.Dob.PlusYears(17) > year.End);
                }
            },
            Cases = """
                OC2 CHILD DOB         SDQ_SCORE SDQ_REASON
                    1     01/04/2022  -         -     !
                    2     02/04/2022  -         -
                    3     01/04/2010  -         -     !
                    4     31/03/2010  -         -
                    5     01/04/2022  7         -
                    6     01/04/2022  -         SDQ2
                    7     01/04/2022  -         -
                Episodes CHILD DECOM
                    1     01/01/2026
                    2     01/01/2026
                    3     01/01/2026
                    4     01/01/2026
                    5     01/01/2026
                    6     01/01/2026
                """,
        },
        new("188", "OC2", "SDQ_SCORE SDQ_REASON")
        {
            Message = "The child was under 4 at the end of the year, and there is a score or a reason for none. Clear them, or correct the date of birth.",
            CheckRows = r => r.Oc2.FailWhere(r.Year, (o, year) => !HasNeither(o) && o.Dob.PlusYears(4) > year.End),
            Cases = """
                OC2 DOB         SDQ_SCORE SDQ_REASON
                    01/04/2023  7         -     !
                    01/04/2023  -         SDQ1  !
                    31/03/2023  7         -
                    01/04/2023  -         -
                    -           7         -
                """,
        },
        new("189", "OC2", "DOB SDQ_SCORE SDQ_REASON")
        {
            Message = "The child was 17 or over on 1 April, and there is a score or a reason for none. Clear them, or correct the date of birth.",
            CheckRows = r => r.Oc2.FailWhere(r.Year, (o, year) => !HasNeither(o) && o.Dob.PlusYears(17) <= year.Start),
            Cases = """
                OC2 DOB         SDQ_SCORE SDQ_REASON
                    01/04/2009  7         -     !
                    01/04/2009  -         SDQ1  !
                    02/04/2009  7         -
                    01/04/2009  -         -
                    -           7         -
                """,
        },
        new("196", "OC2", "SDQ_REASON")
        {
            Message = "The reason for no score is not one of SDQ1 to SDQ5. Enter one of them.",
            CheckRows = r => r.Oc2.FailWhere(o => o.SdqReason.IsGivenOutside(Reasons)),
            Cases = """
                OC2 SDQ_REASON
                    SDQ1
                    SDQ5
                    SDQ6  !
                    sdq1  !
                    -
                """,
        },
        new("197a", "OC2", "SDQ_SCORE SDQ_REASON")
        {
            Message = "There is a score and also a reason for having none. Clear one of them.",
            CheckRows = r => r.Oc2.FailWhere(o => o.SdqScore.IsGiven && o.SdqReason.IsGiven),
            Cases = """
                OC2 SDQ_SCORE SDQ_REASON
                    7         SDQ2  !
                    0         SDQ2  !
                    7         -
                    -         SDQ2
                    -         -
                """,
        },
        new("197B", "OC2 Episodes", "SDQ_REASON DOB")
        {
            Message = "The child was looked after all year and became 4 or 17 in it, and there is neither a score nor a reason for none. Enter one of them.",
            Check = c =>
            {
                if (c.WasLookedAfterAllYear)
                {
                    c.Oc2.FailWhere(c.Year, (o, year) => HasNeither(o) && o.Dob.AgeOn(year.End) is 4 or 17);
                }
            },
            Cases = """
                OC2 CHILD DOB         SDQ_SCORE SDQ_REASON
                    1     31/03/2023  -         -     !
                    2     01/04/2023  -         -
                    3     01/04/2009  -         -     !
                    4     31/03/2009  -         -
                    5     01/04/2022  -         -     !
                    6     01/04/2022  7         -
                    7     01/04/2022  -         SDQ1
                    8     01/04/2022  -         -
                    9     31/03/2022  -         -
                Episodes CHILD DECOM
                    1     01/01/2026
                    2     01/01/2026
                    3     01/01/2026
                    4     01/01/2026
                    5     01/01/2026
                    6     01/01/2026
                    7     01/01/2026
                    9     01/01/2026
                """,
        },
        new("198", "Episodes OC2", "SDQ_REASON")
        {
            Message = "There is a reason for no score, and the child was not looked after for all of the year to 31 March. Clear the reason or correct the episodes.",
            Check = c =>
            {
                if (!c.WasLookedAfterAllYear)
                {
                    c.Oc2.FailWhere(o => o.SdqReason.IsGiven);
                }
            },
            Cases = """
                OC2 CHILD SDQ_REASON
                    1     SDQ2
                    2     SDQ2  !
                    3     -
                    4     SDQ2  !
                Episodes CHILD DECOM  DEC         REC
                    1     01/01/2026  -           -
                    2     01/01/2026  01/01/2027  E4A
                """,
        },
    ];

    private static bool HasNeither(Oc2 o) => o.SdqScore.IsEmpty && o.SdqReason.IsEmpty;
}
