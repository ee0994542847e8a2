using System.Buffers.Text;

namespace Trellis.Returns.Ssda903;

/// <summary>A permanent home that a child had before it came into care.</summary>
internal static class PrevPermRules
{
    /// <summary>None, or not known.</summary>
    private static readonly Code NoneBefore = Code.Of("Z1");

    private static readonly CodeSet Kinds = CodeSet.Of("P1 P2 P3 P4 Z1");

    /// <summary>The numbers of English authorities, those that are no more among them; and the other nations.</summary>
    private static readonly CodeSet Authorities = CodeSet.Of("""
        201 202 203 204 205 206 207 208 209 210 211 212 213 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320 330 331 332 333 334 335 336 340 341 342 343 344
        350 351 352 353 354 355 356 357 358 359 370 371 372 373 380 381 382 383 384 390 391 392 393 394 420 800 801 802 803 805 806 807 808 810 811 812 813 815 816 820 821 822 823 825 826
        830 831 835 836 837 838 839 840 841 845 846 850 851 852 855 856 857 860 861 865 866 867 868 869 870 871 872 873 874 875 876 877 878 879 880 881 882 883 884 885 886 887 888 889 890
        891 892 893 894 895 896 908 909 916 919 921 925 926 928 929 931 933 935 936 937 938 940 941 942 943 NIR NUK SCO WAL
        """.ReplaceLineEndings(" "));

    /// <summary>Since when a former permanent home is asked for.</summary>
    private static readonly Day AskedSince = new(2016, 4, 1);

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("630", "Episodes PrevPerm", "RNE")
        {
            Message = "The child came into care in the year, and it is not said whether it had a permanent home before. Enter the kind with authority and date, or Z1.",
            Check = c =>
            {
                if (!c.PrevPerm.Any(p => IsWhole(p)))
                {
                    c.Episodes.FailWhere(c.Year, (e, year) => e.Rne == Codes.Started && e.Decom >= year.Start);
                }
            },
            Cases = """
                Episodes CHILD DECOM       RNE
                         1     01/04/2026  S  !
                         2     31/03/2026  S
                         3     01/04/2026  P
                         4     01/04/2026  S
                         5     01/04/2026  S
                         6     01/04/2026  S  !
                PrevPerm CHILD PREV_PERM LA_PERM DATE_PERM
                         4     Z1        -       -
                         5     P1        301     01/05/2020
                         6     P1        301     -
                """,
        },
        new("631", "PrevPerm", "PREV_PERM")
        {
            Message = "The kind of permanent home before is not one of P1 to P4 and Z1. Enter one of them.",
            CheckRows = r => r.PrevPerm.FailWhere(p => p.Kind.IsGivenOutside(Kinds)),
            Cases = """
                PrevPerm PREV_PERM
                         P4
                         Z1
                         P5   !
                         z1   !
                         -
                """,
        },
        new("632", "PrevPerm Episodes", "DATE_PERM DECOM")
        {
            Message = "The date of the order for the permanent home before is no date, or does not lie before the time in care. Correct it; write ZZ for a day or month that is not known.",
            Check = c =>
            {
                foreach (var p in c.PrevPerm)
                {
                    if (p.DatePerm.IsGiven && !IsDate(p.DatePermLetters(), out _))
                    {
                        c.Fail(p);
                        c.Episodes.FailAll();
                    }
                }

                c.FailPairs(c.PrevPerm, c.Episodes, (p, e) => p.DatePerm.IsGiven && IsDate(p.DatePermLetters(), out var ordered) && ordered >= e.Decom);
            },
            Cases = """
                PrevPerm CHILD DATE_PERM
                         1     30/04/2026
                         2     01/05/2026  !
                         3     31/04/2020  !
                         4     ZZ/ZZ/2020
                         5     ZZ/ZZ/ZZZZ
                         6     ZZ/13/2020  !
                         7     ZZ/ZZ/ZZ    !
                         8     -
                         9     2020        !
                         10    2020        !
                Episodes CHILD DECOM
                         1     01/05/2026
                         2     01/05/2026  !
                         2     02/05/2026
                         3     01/05/2026  !
                         4     01/05/2026
                         5     01/05/2026
                         6     01/05/2026  !
                         7     01/05/2026  !
                         8     01/05/2026
                         9     01/05/2026  !
                """,
        },
        new("633", "PrevPerm", "LA_PERM")
        {
            Message = "The authority of the permanent home before is no authority's number, nor NIR, NUK, SCO or WAL. Correct it.",
            CheckRows = r => r.PrevPerm.FailWhere(p => p.LaPerm.IsGivenOutside(Authorities)),
            Cases = """
                PrevPerm LA_PERM
                         301
                         WAL
                         943
                         345  !
                         wal  !
                         -
                """,
        },
        new("634", "Episodes PrevPerm", "LA_PERM PREV_PERM DATE_PERM DECOM")
        {
            Message = "A permanent home before is asked only of children who came into care from 1 April 2016 on, and all episodes begin earlier. Clear the entries.",
            Check = c =>
            {
                if (c.PrevPerm.Any(p => p.SaysAnything()) && !c.Episodes.IsEmpty && !c.Episodes.Any(e => e.Decom >= AskedSince))
                {
                    c.Episodes.FailAll();
                    c.PrevPerm.FailWhere(p => p.SaysAnything());
                }
            },
            Cases = """
                Episodes CHILD DECOM
                         1     31/03/2016  !
                         2     01/04/2016
                         2     31/03/2016
                         3     31/03/2016
                PrevPerm CHILD PREV_PERM
                         1     Z1  !
                         2     Z1
                         3     -
                         4     Z1
                """,
        },
        new("635", "PrevPerm", "LA_PERM DATE_PERM PREV_PERM")
        {
            Message = "Z1 says that there was no permanent home before, and yet there is an authority or a date. Clear them, or enter the kind.",
            CheckRows = r => r.PrevPerm.FailWhere(p => p.Kind == NoneBefore && (p.LaPerm.IsGiven || p.DatePerm.IsGiven)),
            Cases = """
                PrevPerm PREV_PERM LA_PERM DATE_PERM
                         Z1        301     -           !
                         Z1        -       01/05/2020  !
                         Z1        -       -
                         P1        301     01/05/2020
                """,
        },
    ];

    private static bool IsWhole(PrevPerm p) => p.Kind == NoneBefore || (p.Kind.IsGiven && p.LaPerm.IsGiven && p.DatePerm.IsGiven);

    /// <summary>Whether a text such as <c>ZZ/05/2020</c> is a date as far as it is known; the day, where it is known whole.</summary>
    private static bool IsDate(ReadOnlySpan<byte> text, out Day day)
    {
        day = default;
        if (text.Length != 10 || text[2] != '/' || text[5] != '/')
        {
            return false;
        }

        if (text.IndexOf((byte)'Z') < 0)
        {
            day = new Day(Dates.Read(text, out _));
            return day.IsDay;
        }

        return IsPart(text[..2], 31) && IsPart(text[3..5], 12) && IsPart(text[6..], 9999);
    }

    private static bool IsPart(ReadOnlySpan<byte> part, int most) =>
        part.IndexOfAnyExcept((byte)'Z') < 0 || (Utf8Parser.TryParse(part, out int number, out var read) && read == part.Length && number >= 1 && number <= most);
}
