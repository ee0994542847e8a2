namespace Trellis.Returns.AnnexA;

/// <summary>
/// How far back each list looks, by version of Ofsted's guidance (Inspecting local authority children's services, Annex A). Contacts, referrals and early help assessments are those of the six months
/// before the inspection; assessments, cases, plans and times in care are those that were open then or ended within them; adoptions and adopters look back twelve months; care leavers not at all.
/// </summary>
internal static class Windows
{
    /// <summary>From which day a version holds, and the months by number of the list; 0 where it does not look back. A change of the guidance is a line here.</summary>
    private static readonly (Day From, int[] Months)[] Versions = [(new Day(2018, 1, 1), [6, 6, 6, 6, 6, 6, 6, 6, 0, 12, 12])];

    /// <summary>Days by which a row shows that it was over before the window began: whichever is there and comes last. Of a section 47 enquiry only its conference ends it; early help may go on after its assessment, so nothing shows its end.</summary>
    private static readonly (ListForm List, string[] Ends)[] Ending =
    [
        (Lists.Contacts, ["Date_of_Contact"]), (Lists.Referrals, ["Date_of_Referral"]), (Lists.Assessments, ["Date_of_Authorisation"]),
        (Lists.Enquiries, ["Initial_Conference"]), (Lists.InNeed, ["CIN_Closure_Date"]), (Lists.ProtectionPlans, ["Plan_End_Date"]), (Lists.LookedAfter, ["Ceased"]), (Lists.Adoption, ["Adopted", "Reversed"]),
        (Lists.Adopters, ["Left"]),
    ];

    /// <summary>Of a child not born yet it is the day on which the birth is expected.</summary>
    public const string MayLieAhead = "Date_of_Birth";

    /// <summary>The first day that a list looks back to from a day; nothing where it does not look back.</summary>
    public static Day StartOf(ListForm list, Day asAt) =>
        Versions.LastOrDefault(v => v.From <= asAt, Versions[0]).Months[list.Number - 1] is > 0 and var months ? asAt.PlusMonths(-months) : default;

    /// <summary>The column in which a row shows that it is none of the list: it was over before the window, or it says what lies ahead. Nothing where it belongs.</summary>
    public static string? Outside(ListForm list, RowTable table, int row, Day asAt)
    {
        var start = StartOf(list, asAt);
        string? outside = null;
        foreach (var column in Ending.FirstOrDefault(e => e.List == list).Ends ?? [])
        {
            var end = new Row(table, row).Day(list.Shape.Find(column));
            if (end >= start)
            {
                outside = null;
                break;
            }

            outside = end.IsDay ? column : outside;
        }

        return outside ?? list.Columns.Index().FirstOrDefault(c => c.Item.Holds == Holds.Date && c.Item.Name != MayLieAhead && new Row(table, row).Day(c.Index) > asAt).Item?.Name;
    }
}
