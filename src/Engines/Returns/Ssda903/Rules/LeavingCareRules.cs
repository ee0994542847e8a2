namespace Trellis.Returns.Ssda903;

/// <summary>Care leavers (OC3) against the episodes: who is a care leaver at all.</summary>
internal static class LeavingCareRules
{
    /// <summary>Thirteen weeks.</summary>
    private const int LongEnough = 91;

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
        new("1001", "Episodes Episodes_last OC3 Header", "IN_TOUCH ACTIV ACCOM")
        {
            Message = "By the episodes of this year and the last the young person is no care leaver: that needs 13 weeks in care after the 14th birthday, some of it after the 16th, and no adoption at the end. Take the care leaver row out, unless earlier years prove it.",
            Check = c =>
            {
                var hasNone = c.Episodes.IsEmpty && c.Last.Episodes.IsEmpty;
                if (!c.Oc3.IsEmpty && (hasNone || (c.Dob.IsDay && !IsCareLeaver(c))))
                {
                    c.Oc3.FailAll();
                }
            },
            Cases = """
                Header CHILD DOB
                         1     01/05/2009
                         2     01/05/2009
                         3     01/05/2009
                         4     01/05/2009
                         5     01/05/2009
                         6     01/05/2009
                         7     -
                Episodes CHILD DECOM       DEC         LS  REC
                         1     01/05/2026  31/07/2026  C2  E8
                         2     01/05/2026  30/07/2026  C2  E8
                         3     01/05/2026  31/07/2026  V3  E8
                         4     01/05/2026  31/07/2026  C2  E11
                         6     01/05/2026  02/05/2026  C2  E8
                         7     01/05/2026  02/05/2026  C2  E8
                Episodes_last CHILD DECOM  DEC         LS  REC
                         5     01/05/2024  30/04/2025  C2  E8
                         6     01/02/2024  01/05/2024  C2  E8
                OC3      CHILD
                         1
                         2     !
                         3     !
                         4     !
                         5     !
                         6
                         7
                         8     !
                """,
        },
        new("1002", "Episodes Episodes_last OC3", "IN_TOUCH ACTIV ACCOM")
        {
            Message = "The young person has no ended episode of care in this year's return or last year's. Take the care leaver row out, unless earlier years prove that there was one.",
            Check = c =>
            {
                if (!c.Episodes.Any(e => e.Dec.IsGiven) && !c.Last.Episodes.Any(e => e.Dec.IsGiven))
                {
                    c.Oc3.FailAll();
                }
            },
            Cases = """
                Episodes CHILD DEC
                         1     01/05/2026
                         2     -
                Episodes_last CHILD DEC
                         3     01/05/2025
                OC3      CHILD
                         1
                         2     !
                         3
                         4     !
                """,
        },
        new("1007", "Episodes OC3", "IN_TOUCH ACTIV ACCOM")
        {
            Message = "The young person was still looked after at the 17th or 18th birthday of this year, so care leaver details are not wanted. Clear them.",
            Check = c =>
            {
                foreach (var o in c.Oc3)
                {
                    if (o.SaysAnything() && (IsInCareAt(17, o, c) || IsInCareAt(18, o, c)))
                    {
                        c.Fail(o);
                    }
                }
            },
            Cases = """
                Episodes CHILD DECOM       DEC
                         1     01/05/2020  02/05/2026
                         2     01/05/2020  01/05/2026
                         3     01/05/2020  -
                         4     01/05/2020  -
                         5     01/05/2020  -
                OC3      CHILD DOB         IN_TOUCH
                         1     01/05/2009  YES       !
                         2     01/05/2009  YES
                         3     31/03/2009  YES       !
                         4     01/05/2010  YES
                         5     01/05/2009  -
                """,
        },
        new("1010", "Episodes Episodes_last OC3", "IN_TOUCH ACTIV ACCOM")
        {
            Message = "Last year's return left the child in care, this year's has no episode of it and yet care leaver details. Add the episodes, or clear the details.",
            Check = c =>
            {
                if (c.Episodes.IsEmpty && c.Last.Episodes.Last is { Dec.IsEmpty: true })
                {
                    c.Oc3.FailWhere(o => o.SaysAnything());
                }
            },
            Cases = """
                Episodes CHILD
                         2
                Episodes_last CHILD DECOM  DEC
                         1     01/05/2025  -
                         1     01/05/2024  01/05/2025
                         2     01/05/2025  -
                         3     01/05/2025  31/03/2026
                         4     01/05/2025  -
                OC3      CHILD IN_TOUCH
                         1     YES  !
                         2     YES
                         3     YES
                         4     -
                         5     YES
                """,
        },
        new("1011", "Episodes OC3", "IN_TOUCH ACTIV ACCOM")
        {
            Message = "The last episode says that another authority has taken over the care, so care leaver details are not yours to give. Clear them, or correct the reason why the episode ceased.",
            Check = c =>
            {
                if (c.Episodes.Last?.Rec == Codes.Transferred)
                {
                    c.Oc3.FailWhere(o => o.SaysAnything());
                }
            },
            Cases = """
                Episodes CHILD DECOM       REC
                         1     01/05/2026  E3
                         2     01/05/2026  E3
                         2     02/05/2026  E8
                         3     01/05/2026  E3
                OC3      CHILD IN_TOUCH
                         1     YES  !
                         2     YES
                         3     -
                         4     YES
                """,
        },
        new("1016", "Episodes OC3", "IN_TOUCH ACTIV ACCOM")
        {
            Message = "The young person ceased to be looked after on or after the 17th or 18th birthday of this year, so care leaver details are not wanted yet. Clear them.",
            From = 2024,
            Check = c =>
            {
                foreach (var o in c.Oc3)
                {
                    if (o.SaysAnything() && (LeftAfter(17, o, c) || LeftAfter(18, o, c)))
                    {
                        c.Fail(o);
                    }
                }
            },
            Cases = """
                Episodes CHILD DEC
                         1     01/05/2026
                         2     30/04/2026
                         3     31/03/2027
                         4     01/05/2026
                         5     -
                         6     01/05/2026
                OC3      CHILD DOB         IN_TOUCH
                         1     01/05/2009  YES       !
                         2     01/05/2009  YES
                         3     31/03/2009  YES       !
                         4     01/05/2010  YES
                         5     01/05/2009  YES
                         6     01/05/2009  -
                """,
        },
    ];

    private static bool IsInCareAt(int age, Oc3 leaver, Child c)
    {
        var birthday = leaver.Dob.PlusYears(age);
        return birthday.IsWithin(c.Year.Start, c.Year.End) && c.IsLookedAfterOn(birthday);
    }

    private static bool LeftAfter(int age, Oc3 leaver, Child c)
    {
        var birthday = leaver.Dob.PlusYears(age);
        return birthday.IsWithin(c.Year.Start, c.Year.End) && c.Episodes.Any((birthday, c.Year.End), (e, when) => e.Dec.IsWithin(when.birthday, when.End));
    }

    /// <summary>By both years' episodes in order of time: long enough in care, some of it at 16 or later, and not adopted in the end.</summary>
    private static bool IsCareLeaver(Child c)
    {
        var (now, last) = (c.Episodes, c.Last.Episodes);
        var (n, l, days, isFrom16) = (0, 0, 0, false);
        var (counted, end) = (c.Dob.PlusYears(14), default(Code));
        while (n < now.Count || l < last.Count)
        {
            var e = l < last.Count && (n == now.Count || last[l].Decom <= now[n].Decom) ? last[l++] : now[n++];
            var until = e.Dec.IsDay ? e.Dec : IsEndedElsewhere(e, c) ? default : c.Year.End;
            end = e.Rec;
            if (e.Ls.IsIn(Codes.ShortBreaks) || !(until > counted))
            {
                continue;
            }

            var from = e.Decom > counted ? e.Decom : counted;
            days += (until - from) ?? 0;
            counted = until;
            isFrom16 |= until > c.Dob.PlusYears(16);
        }

        return days >= LongEnough && isFrom16 && !end.IsIn(Codes.Adopted);
    }

    /// <summary>An episode that was open last year stands in this year's return again, with its end.</summary>
    private static bool IsEndedElsewhere(Episode open, Child c) =>
        c.Episodes.Any(open.Decom, (e, decom) => e.Decom == decom && e.Dec.IsDay) || c.Last.Episodes.Any(open.Decom, (e, decom) => e.Decom == decom && e.Dec.IsDay);
}
