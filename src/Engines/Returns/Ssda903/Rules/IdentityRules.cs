using System.Text;

namespace Trellis.Returns.Ssda903;

/// <summary>Who the child is: sex, date of birth, ethnic origin, and this year's header against last year's.</summary>
internal static class IdentityRules
{
    private static readonly CodeSet SexesUntil2024 = CodeSet.Of("1 2");

    private static readonly CodeSet Sexes = CodeSet.Of("M F U");

    private static readonly CodeSet SexUnknown = CodeSet.Of("U u");

    private static readonly CodeSet EthnicOrigins = CodeSet.Of("WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("101", "Header", "SEX")
        {
            Message = "The sex is neither 1 (male) nor 2 (female). Enter one of them.",
            Until = 2024,
            CheckRows = r => r.Header.FailWhere(h => !h.Sex.IsIn(SexesUntil2024)),
            Cases = """
                Header CHILD SEX
                       1     1
                       2     2
                       3     F   !
                       4     -   !
                """,
        },
        new("101", "Header", "SEX")
        {
            Message = "The sex is none of M (male), F (female) and U (unknown). Enter one of them.",
            From = 2025,
            CheckRows = r => r.Header.FailWhere(h => !h.Sex.IsIn(Sexes)),
            Cases = """
                Header CHILD SEX
                       1     M
                       2     F
                       3     U
                       4     1   !
                       5     m   !
                       6     -   !
                """,
        },
        new("102", "Header", "DOB")
        {
            Message = "The date of birth is missing or no date. Enter it as day, month and year.",
            CheckRows = r => r.Header.FailWhere(h => !h.Dob.IsDay),
            Cases = """
                Header DOB
                       29/02/2012
                       29/02/2013  !
                       2012        !
                       -           !
                """,
        },
        new("103", "Header", "ETHNIC")
        {
            Message = "The ethnic origin is missing or not one of the codes. Enter the code, or NOBT while it has not been asked.",
            CheckRows = r => r.Header.FailWhere(h => !h.Ethnic.IsIn(EthnicOrigins)),
            Cases = """
                Header CHILD ETHNIC
                       1     NOBT
                       2     BOTH
                       3     Roma  !
                       4     moth  !
                       5     -     !
                """,
        },
        new("202", "Header Header_last", "SEX")
        {
            Message = "The sex is not the one that last year's return gave. Find out which is right.",
            Check = c => c.Header.FailWhereAny(c.Last.Header, (h, last) => h.Sex != last.Sex),
            Cases = """
                Header CHILD SEX
                       1     M
                       2     F    !
                       3     -    !
                       4     M
                Header_last CHILD SEX
                       1     M
                       2     M
                       3     F
                       5     F
                """,
        },
        new("203", "Header Header_last", "DOB")
        {
            Message = "The date of birth is not the one that last year's return gave. Find out which is right.",
            Check = c => c.Header.FailWhereAny(c.Last.Header, (h, last) => !h.Dob.Equals(last.Dob)),
            Cases = """
                Header CHILD DOB
                       1     01/05/2012
                       2     02/05/2012  !
                       3     -           !
                       4     01/05/2012  !
                       5     -
                       6     01/05/2012
                Header_last CHILD DOB
                       1     01/05/2012
                       2     01/05/2012
                       3     01/05/2012
                       4     -
                       5     -
                """,
        },
        new("204", "Header Header_last", "ETHNIC")
        {
            Message = "The ethnic origin is not the one that last year's return gave. Find out which is right.",
            Check = c => c.Header.FailWhereAny(c.Last.Header, (h, last) => h.Ethnic != last.Ethnic && !Ascii.EqualsIgnoreCase(h.EthnicLetters(), last.EthnicLetters())),
            Cases = """
                Header CHILD ETHNIC
                       1     WBRI
                       2     MOTH  !
                       3     -     !
                       4     wbri
                       5     AIND
                Header_last CHILD ETHNIC
                       1     WBRI
                       2     WBRI
                       3     WBRI
                       4     WBRI
                """,
        },
        new("232", "Header", "SEX")
        {
            Message = "The sex is given as unknown. Find it out, or confirm that it cannot be known.",
            From = 2025,
            CheckRows = r => r.Header.FailWhere(h => h.Sex.IsIn(SexUnknown)),
            Cases = """
                Header CHILD SEX
                       1     U   !
                       2     F
                       3     -
                """,
        },
        new("301", "Header", "DOB")
        {
            Message = "The date of birth lies after the end of the collection year. Correct it, or leave the child to next year's return.",
            CheckRows = r => r.Header.FailWhere(r.Year, (h, year) => h.Dob > year.End),
            Cases = """
                Header CHILD DOB
                       1     31/03/2027
                       2     01/04/2027  !
                       3     -
                """,
        },
        new("351", "Header", "DOB")
        {
            Message = "The child was over 25 on 1 April, too old for this return. Correct the date of birth or take the child out.",
            CheckRows = r => r.Header.FailWhere(r.Year, (h, year) => h.Dob.PlusYears(25) < year.Start),
            Cases = """
                Header CHILD DOB
                       1     01/04/2001
                       2     31/03/2001  !
                       3     -
                """,
        },
        new("EPI", "Header Episodes", "CHILD")
        {
            Message = "The child has a header, no episode and no care leaver row. Add the episodes; until then most checks say nothing of the child.",
            Check = c =>
            {
                if (c.Episodes.IsEmpty && c.Oc3.IsEmpty)
                {
                    c.Header.FailAll();
                }
            },
            Cases = """
                Header CHILD
                       1
                       2     !
                       4
                Episodes CHILD
                       1
                       3
                OC3 CHILD
                       4
                """,
        },
    ];
}
