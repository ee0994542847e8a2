namespace Trellis.Returns.Cin;

/// <summary>
/// Which columns and codes the census has in a collection year, as the schemas of 2024, 2025 and 2026 state them; later years are taken to be as 2026. Of earlier years no schema is at hand, and nothing is said.
/// Answers of yes and no are left to the rules: schemas ask for 0 and 1, and many systems write true and false.
/// </summary>
internal static class YearForms
{
    private const string Categories = "NEG PHY SAB EMO MUL";

    private static readonly CodedColumn[] Coded =
    [
        new(Shapes.ChildIdentifiers, "UPNunknown", (2024, "UN1 UN2 UN3 UN4 UN5 UN6 UN7")),
        new(Shapes.ChildIdentifiers, "GenderCurrent", (2024, "1 2 0 9"), (2025, null)),
        new(Shapes.ChildIdentifiers, "Sex", (2024, null), (2025, "M F U")),
        new(Shapes.ChildCharacteristics, "Ethnicity", (2024, "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT")),
        new(Shapes.Disabilities, "Disability", (2024, "NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA")),
        new(Shapes.CinDetails, "ReferralSource", (2024, "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10")),
        new(Shapes.CinDetails, "PrimaryNeedCode", (2024, "N1 N2 N3 N4 N5 N6 N7 N8 N9 N0")),
        new(Shapes.CinDetails, "ReasonForClosure", (2024, "RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9")),
        new(Shapes.AssessmentFactors, "AssessmentFactor",
            (2024, "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A")),
        new(Shapes.ChildProtectionPlans, "InitialCategoryOfAbuse", (2024, Categories)),
        new(Shapes.ChildProtectionPlans, "LatestCategoryOfAbuse", (2024, Categories)),
    ];

    /// <summary>Says what of the tables that were read the year does not have. All of it stays.</summary>
    public static void Say(RowTable?[] tables, int year, Departures departures)
    {
        foreach (var column in Coded)
        {
            if (tables[column.Table.Number] is { } table)
            {
                column.Say(table, year, departures);
            }
        }
    }
}
