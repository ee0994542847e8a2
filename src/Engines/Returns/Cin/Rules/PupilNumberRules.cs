namespace Trellis.Returns.Cin;

/// <summary>The unique pupil number (UPN): a check letter, the authority and the school that gave it, the year and a number.</summary>
internal static class PupilNumberRules
{
    private static readonly Code NotOfSchoolAge = Code.Of("UN1");
    private static readonly Code NoFurtherAction = Code.Of("UN7");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("1510", "ChildIdentifiers", "UPN")
        {
            Severity = Severity.Error,
            Message = "The first letter of the UPN does not fit its numbers. Copy the UPN anew from the school, or from the national service.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => PupilNumber.HasWrongLetter(i.Row.Text(1))),
            Cases = """
                ChildIdentifiers UPN
                                 H801200001001
                                 A801200001001  !
                                 -
                                 A12
                """,
        },
        new("1520", "ChildIdentifiers", "UPN")
        {
            Severity = Severity.Error,
            Message = "Two children have the same UPN. Find out whose it is, and take it from the other.",
            CheckWhole = w => w.Rows<ChildIdentifiers>(Shapes.ChildIdentifiers).FailRepeated(i => i.Upn),
            Cases = """
                ChildIdentifiers LAchildID UPN
                                 1         H801200001001  !
                                 2         H801200001001  !
                                 3         B801200001002
                                 4         -
                                 5         -
                """,
        },
        new("1530", "ChildIdentifiers", "UPN")
        {
            Until = 2023,
            Severity = Severity.Error,
            Message = "The second to fourth characters of the UPN are the number of no authority. Copy the UPN anew from the school.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => PupilNumber.HasUnknownAuthority(i.Row.Text(1), 2023)),
            Cases = """
                ChildIdentifiers UPN
                                 H890200001001
                                 H421200001001  !
                                 H943200001001  !
                                 -
                """,
        },
        new("1530", "ChildIdentifiers", "UPN")
        {
            From = 2024,
            Severity = Severity.Error,
            Message = "The second to fourth characters of the UPN are the number of no authority. Copy the UPN anew from the school.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => PupilNumber.HasUnknownAuthority(i.Row.Text(1), 2024)),
            Cases = """
                ChildIdentifiers UPN
                                 H890200001001
                                 H943200001001
                                 H421200001001  !
                                 -
                """,
        },
        new("1540", "ChildIdentifiers", "UPN")
        {
            Severity = Severity.Error,
            Message = "The fifth to twelfth characters of the UPN are not all numbers. Copy the UPN anew from the school.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => i.Upn.IsGiven && i.Row.Text(1).Length >= 12 && i.Row.Text(1)[4..12].ContainsAnyExceptInRange((byte)'0', (byte)'9')),
            Cases = """
                ChildIdentifiers UPN
                                 H801200001001
                                 H80120000100B
                                 H8012O0001001  !
                                 -
                """,
        },
        new("1550", "ChildIdentifiers", "UPN")
        {
            Severity = Severity.Error,
            Message = "The last character of the UPN is neither a number nor a letter that may stand there (any but I, O and S). Copy the UPN anew from the school.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => i.Row.Text(1) is { Length: 13 } upn && !char.IsAsciiDigit((char)upn[12]) && !PupilNumber.Letters.Contains(upn[12])),
            Cases = """
                ChildIdentifiers UPN
                                 H801200001001
                                 H80120000100B
                                 H80120000100I  !
                                 H80120000100S  !
                                 -
                """,
        },
        new("1560Q", "ChildIdentifiers", "FormerUPN")
        {
            Severity = Severity.Query,
            Message = "The former UPN is not a letter, eleven numbers and a number or a letter, or its letter does not fit. Correct it, or give the reason.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => i.FormerUpn.IsGiven && !PupilNumber.IsWellFormed(i.Row.Text(2))),
            Cases = """
                ChildIdentifiers FormerUPN
                                 H801200001001
                                 H8012          !
                                 HH01200001001  !
                                 -
                """,
        },
        new("8770Q", "ChildIdentifiers", "UPN UPNunknown")
        {
            From = 2025,
            Severity = Severity.Query,
            Message = "There is neither a UPN nor a reason why not, or the reason is that the child is not of school age (UN1) and the child is. Enter the UPN or the right reason.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(r.Census.End, (i, end) =>
                i.Upn.IsEmpty && (i.UpnUnknown.IsEmpty || (i.UpnUnknown == NotOfSchoolAge && i.Birth.AgeOn(end) is >= 5 and < 16))),
            Cases = """
                Header           ReferenceDate
                                 31/03/2026
                ChildIdentifiers LAchildID UPN           UPNunknown PersonBirthDate
                                 1         H801200001001 -          01/05/2015
                                 2         -             UN3        01/05/2015
                                 3         -             -          01/05/2015       !
                                 4         -             UN1        31/03/2021       !
                                 5         -             UN1        01/04/2021
                """,
        },
        new("8772", "ChildIdentifiers CINdetails", "UPNunknown ReferralNFA")
        {
            Severity = Severity.Error,
            Message = "The reason for no UPN is a referral with no further action (UN7), yet a referral of the child went further. Enter the UPN or another reason.",
            Check = c => c.FailPairs(c.ChildIdentifiers, c.CinDetails, (i, d) => i.UpnUnknown == NoFurtherAction && !d.IsNoFurtherAction),
            Cases = """
                ChildIdentifiers LAchildID UPNunknown
                                 1         UN7         !
                                 2         UN7
                                 3         UN2
                CINdetails       LAchildID ReferralNFA
                                 1         true
                                 1         false       !
                                 2         1
                                 3         0
                """,
        },
    ];
}
