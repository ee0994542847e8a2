namespace Trellis.Returns.Ssda903;

/// <summary>Whether the tables of the return speak of the same children, each once and each the same.</summary>
internal static class IntegrityRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("1012", "Episodes", "CHILD")
        {
            Message = "The child has no episode in the year, so nothing but the header and the care leaver's answers is wanted. Take the row out, or add the missing episode.",
            Check = c =>
            {
                if (!c.Episodes.IsEmpty)
                {
                    return;
                }

                c.PlacedAdoption.FailAll();
                c.Missing.FailAll();
                c.Reviews.FailAll();
                c.Ad1.FailAll();
                c.PrevPerm.FailAll();
                c.Oc2.FailAll();
            },
            Cases = """
                Episodes       CHILD
                               1
                Header         CHILD
                               2
                OC3            CHILD
                               2
                OC2            CHILD
                               1
                               2  !
                Reviews        CHILD
                               2  !
                               2  !
                Missing        CHILD
                               2  !
                AD1            CHILD
                               2  !
                PlacedAdoption CHILD
                               2  !
                PrevPerm       CHILD
                               2  !
                """,
        },
        WithoutHeader("INT01", "AD1", c => c.Ad1.FailAll()),
        WithoutHeader("INT02", "PlacedAdoption", c => c.PlacedAdoption.FailAll()),
        WithoutHeader("INT03", "Episodes", c => c.Episodes.FailAll()),
        WithoutHeader("INT04", "Missing", c => c.Missing.FailAll()),
        WithoutHeader("INT05", "OC2", c => c.Oc2.FailAll()),
        WithoutHeader("INT06", "OC3", c => c.Oc3.FailAll()),
        WithoutHeader("INT07", "PrevPerm", c => c.PrevPerm.FailAll()),
        WithoutHeader("INT08", "Reviews", c => c.Reviews.FailAll()),
        WithoutHeader("INT09", "UASC", c => c.Uasc.FailAll()),
        OtherBirth("INT11", "AD1", c => c.Ad1.FailWhere(c.Dob, (row, dob) => row.Dob != dob)),
        OtherBirth("INT12", "PlacedAdoption", c => c.PlacedAdoption.FailWhere(c.Dob, (row, dob) => row.Dob != dob)),
        OtherBirth("INT13", "Missing", c => c.Missing.FailWhere(c.Dob, (row, dob) => row.Dob != dob)),
        OtherBirth("INT14", "OC2", c => c.Oc2.FailWhere(c.Dob, (row, dob) => row.Dob != dob)),
        OtherBirth("INT15", "OC3", c => c.Oc3.FailWhere(c.Dob, (row, dob) => row.Dob != dob)),
        OtherBirth("INT16", "PrevPerm", c => c.PrevPerm.FailWhere(c.Dob, (row, dob) => row.Dob != dob)),
        OtherBirth("INT17", "Reviews", c => c.Reviews.FailWhere(c.Dob, (row, dob) => row.Dob != dob)),
        OtherBirth("INT18", "UASC", c => c.Uasc.FailWhere(c.Dob, (row, dob) => row.Dob != dob)),
        new("INT21", "Header UASC", "SEX")
        {
            Message = "The sex in UASC is another than in the header. Correct one of the two.",
            Check = c => c.Uasc.FailWhere(c.Header.FirstWhere(h => h.Sex.IsGiven)?.Sex ?? default, (row, sex) => sex.IsGiven && row.Sex.IsGiven && row.Sex != sex),
            Cases = """
                Header CHILD SEX
                       1     M
                       2     M
                       3     -
                       4     F
                UASC   CHILD SEX
                       1     F  !
                       2     M
                       3     F
                       4     -
                """,
        },
        Repeated("INT31", "AD1", c => Repeats(c.Ad1)),
        Repeated("INT32", "Header", c => Repeats(c.Header)),
        Repeated("INT33", "OC2", c => Repeats(c.Oc2)),
        Repeated("INT34", "OC3", c => Repeats(c.Oc3)),
        Repeated("INT35", "PrevPerm", c => Repeats(c.PrevPerm)),
        Repeated("INT36", "UASC", c => Repeats(c.Uasc)),
    ];

    /// <summary>A child that only this table knows.</summary>
    private static Rule<Child> WithoutHeader(string code, string table, Action<Child> failAll) => new(code, $"Header {table}", "CHILD")
    {
        Message = $"The child stands in {table} but not in the header. Add it to the header, or correct the identifier.",
        Check = c =>
        {
            if (c.Header.IsEmpty)
            {
                failAll(c);
            }
        },
        Cases = $"""
            Header  CHILD
                    1
            {table} CHILD
                    1
                    2  !
                    2  !
            """,
    };

    /// <summary>A child that this table says to be born on another day. Where one of the two has no date they do not differ.</summary>
    private static Rule<Child> OtherBirth(string code, string table, Action<Child> failWhereOther) => new(code, $"Header {table}", "DOB")
    {
        Message = $"The date of birth in {table} is another than in the header. Correct one of the two.",
        Check = failWhereOther,
        Cases = $"""
            Header  CHILD DOB
                    1     01/06/2015
                    2     01/06/2015
                    3     -
                    4     01/06/2015
            {table} CHILD DOB
                    1     01/06/2015
                    2     06/01/2015  !
                    3     01/06/2015
                    4     -
                    5     01/06/2015
            """,
    };

    /// <summary>A child that stands more than once in a table in which it has one row.</summary>
    private static Rule<Child> Repeated(string code, string table, Action<Child> failRepeated) => new(code, table, "CHILD")
    {
        Message = $"The child stands more than once in {table}. Leave one row, or correct the identifier.",
        Check = failRepeated,
        Cases = $"""
            {table} CHILD
                    1  !
                    2
                    1  !
                    3
            """,
    };

    private static void Repeats<T>(RowList<T> rows)
        where T : struct, IRow<T>
    {
        if (rows.Count > 1)
        {
            rows.FailAll();
        }
    }
}
