using System.Text;

namespace Trellis.Returns.Ssda903;

/// <summary>The unique pupil number in the header.</summary>
internal static class PupilNumberRules
{
    private static readonly Code NotYetGiven = Code.Of("UN1");

    private static readonly Code NewInCare = Code.Of("UN4");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("168", "Header", "UPN")
        {
            Message = "The unique pupil number is not of the right form: a letter and twelve digits, of which the last may be a letter. Correct it, or enter UN1 to UN5 for why it is not known.",
            CheckRows = r => r.Header.FailWhere(h => !h.Upn.IsIn(Codes.UnknownUpn) && !IsPupilNumber(h.UpnLetters())),
            Cases = """
                Header CHILD UPN
                       1     A123456789012
                       2     Z12345678901B
                       3     UN5
                       4     UN6            !
                       5     S123456789012  !
                       6     a123456789012  !
                       7     A12345678901   !
                       8     A1234567890123 !
                       9     A1234567890B2  !
                       10    -              !
                """,
        },
        new("208", "Header Header_last", "UPN")
        {
            Message = "The unique pupil number is not the one that last year's return gave. Find out which is right.",
            Check = c => c.Header.FailWhereAny(c.Last.Header, (h, last) => Contradict(h, last)),
            Cases = """
                Header CHILD UPN
                       1     A123456789012
                       2     A123456789012  !
                       3     A123456789012
                       4     UN1            !
                       5     -              !
                       6     UN2
                       7     UN3            !
                       8     -
                       9     A123456789012
                Header_last CHILD UPN
                       1     A123456789012
                       2     B123456789012
                       3     UN1
                       4     A123456789012
                       5     A123456789012
                       6     UN1
                       7     UN2
                       8     -
                """,
        },
        new("209", "Header", "UPN DOB")
        {
            Message = "UN1 says that the child is too young for a pupil number, and the child is of school age. Enter the unique pupil number, or the code for why it is not known.",
            CheckRows = r => r.Header.FailWhere(r.Year, (h, year) => h.Upn == NotYetGiven && h.Dob.PlusYears(5) <= year.Start),
            Cases = """
                Header CHILD UPN  DOB
                       1     UN1  01/04/2021  !
                       2     UN1  02/04/2021
                       3     UN2  01/04/2015
                       4     UN1  -
                """,
        },
        new("210", "Header Episodes", "UPN DECOM")
        {
            Message = "UN4 says that the child came into care too shortly before 31 March for the pupil number to be known, and the child had been looked after for more than a week. Enter the unique pupil number.",
            Check = c => c.FailPairs(c.Header, c.Episodes, c.Year, (h, e, year) => h.Upn == NewInCare && year.End - e.Decom > 7),
            Cases = """
                Header CHILD UPN
                       1     UN4   !
                       2     UN4
                       3     UN3
                       4     UN4   !
                Episodes CHILD DECOM
                       1     23/03/2027  !
                       2     24/03/2027
                       3     01/01/2027
                       4     01/01/2020  !
                       4     30/03/2027
                """,
        },
        new("442", "Header Episodes", "UPN")
        {
            Message = "The child is looked after and has no unique pupil number. Enter it, or UN1 to UN5 for why it is not known.",
            Check = c =>
            {
                if (c.HasEpisodeInCare)
                {
                    c.Header.FailWhere(h => h.Upn.IsEmpty);
                }
            },
            Cases = """
                Header CHILD UPN
                       1     -   !
                       2     UN1
                       3     -
                       4     -   !
                       5     -
                Episodes CHILD LS
                       1     C2
                       2     C2
                       3     V3
                       4     V4
                       4     E1
                """,
        },
        new("444", "Header", "UPN")
        {
            Message = "Several children have the same unique pupil number. Find out whose it is.",
            From = 2026,
            CheckWhole = w => w.Rows<Header>(Shapes.Header).FailRepeated(h => h.Upn, h => !h.Upn.IsIn(Codes.UnknownUpn)),
            Cases = """
                Header CHILD UPN
                       1     A123456789012  !
                       2     B123456789012
                       3     A123456789012  !
                       4     UN1
                       5     UN1
                       6     -
                       7     -
                """,
        },
    ];

    /// <summary>A letter (never I, O or S, which look like digits), eleven digits, and a digit or a letter.</summary>
    private static bool IsPupilNumber(ReadOnlySpan<byte> text) =>
        text.Length == 13
        && char.IsAsciiLetterUpper((char)text[0])
        && text[0] is not ((byte)'I' or (byte)'O' or (byte)'S')
        && text[1..12].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
        && (char.IsAsciiDigit((char)text[12]) || char.IsAsciiLetterUpper((char)text[12]));

    /// <summary>Another number, or none where there was one. That a number has become known is no contradiction, nor that another reason stands where none or UN1 stood.</summary>
    private static bool Contradict(Header now, Header last)
    {
        var isKnown = now.Upn.IsGiven && !now.Upn.IsIn(Codes.UnknownUpn);
        var wasKnown = last.Upn.IsGiven && !last.Upn.IsIn(Codes.UnknownUpn);
        if (isKnown || wasKnown)
        {
            return wasKnown && now.Upn != last.Upn && !Ascii.EqualsIgnoreCase(now.UpnLetters(), last.UpnLetters());
        }

        var hasNewReason = now.Upn.IsGiven && now.Upn != NotYetGiven && (last.Upn.IsEmpty || last.Upn == NotYetGiven);
        return now.Upn != last.Upn && !hasNewReason;
    }
}
