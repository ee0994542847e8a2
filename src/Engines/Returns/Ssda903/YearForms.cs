namespace Trellis.Returns.Ssda903;

/// <summary>
/// Which tables, columns and codes the return has in a collection year. The form of 2017 is stated, and what changed in 2019, 2022, 2024, 2025 and 2026; a year of which no change is stated is taken to be as the
/// one before it, and later ones as 2026. Confirmed by rules and columns alone is that deprivation of liberty comes in 2027. Of years before 2017 nothing is known, and nothing is said.
/// </summary>
internal static class YearForms
{
    private const string ZeroOne = "0 1";
    private const string Homes = "B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S1 S2 T1 T2 U1 U2 V1 V2 W1 W2 X1 X2 Y1 Y2 Z1 Z2 0";
    private const string Places = "A3 A4 A5 A6 K1 K2 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1";
    private const string EthnicOrigins = "WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT";
    private const string Ends = "X1 E11 E12 E2 E3 E4A E4B E13 E41 E5 E6 E7 E9 E14 E15 E16 E17 E8";
    private const string Changes = "CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE OTHER";

    /// <summary>Columns that no year's CSV has: they come from XML, which says them in one place for all.</summary>
    private static readonly (TableShape Table, string[] Columns)[] OfXmlAlone =
    [
        (Shapes.Header, ["UASC", "UASC_STATUS"]), (Shapes.Episodes, ["PL_LA", "PL_DISTANCE", "PL_LOCATION", "SEX", "DOB"]), (Shapes.Reviews, ["SEX"]), (Shapes.Oc2, ["SEX"]), (Shapes.Oc3, ["SEX"]),
        (Shapes.Ad1, ["SEX"]), (Shapes.PlacedAdoption, ["SEX"]), (Shapes.PrevPerm, ["SEX"]), (Shapes.Missing, ["SEX"]),
    ];

    private static readonly (TableShape Table, int From)[] LaterTables = [(Shapes.SwEpisodes, 2024), (Shapes.DoLo, 2027)];

    private static readonly CodedColumn[] Coded =
    [
        new(Shapes.Header, "SEX", (2017, "1 2"), (2025, "M F U")),
        new(Shapes.Header, "ETHNIC", (2017, EthnicOrigins)),
        new(Shapes.Header, "MOTHER", (2017, ZeroOne)),
        new(Shapes.Episodes, "RNE", (2017, "S L P T B U")),
        new(Shapes.Episodes, "LS", (2017, "C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3")),
        new(Shapes.Episodes, "CIN", (2017, "N1 N2 N3 N4 N5 N6 N7 N8")),
        new(Shapes.Episodes, "PLACE", (2017, Places + " H5 P2"), (2025, Places + " K3"), (2026, Places + " K3 Z11 Z12 Z13 Z14")),
        new(Shapes.Episodes, "PLACE_PROVIDER", (2017, "PR0 PR1 PR2 PR3 PR4 PR5")),
        new(Shapes.Episodes, "REC", (2017, Ends + " E43 E44"), (2019, Ends + " E45 E46 E47 E48")),
        new(Shapes.Episodes, "REASON_PLACE_CHANGE", (2017, Changes), (2019, Changes + " CUSTOD")),
        new(Shapes.Reviews, "REVIEW_CODE", (2017, "PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7")),
        new(Shapes.Uasc, "SEX", (2017, "1 2"), (2025, "M F U")),
        new(Shapes.Oc2, "SDQ_REASON", (2017, "SDQ1 SDQ2 SDQ3 SDQ4 SDQ5")),
        new(Shapes.Oc2, "CONVICTED", (2017, ZeroOne)),
        new(Shapes.Oc2, "HEALTH_CHECK", (2017, ZeroOne)),
        new(Shapes.Oc2, "IMMUNISATIONS", (2017, ZeroOne)),
        new(Shapes.Oc2, "TEETH_CHECK", (2017, ZeroOne)),
        new(Shapes.Oc2, "HEALTH_ASSESSMENT", (2017, ZeroOne)),
        new(Shapes.Oc2, "SUBSTANCE_MISUSE", (2017, ZeroOne)),
        new(Shapes.Oc2, "INTERVENTION_RECEIVED", (2017, ZeroOne)),
        new(Shapes.Oc2, "INTERVENTION_OFFERED", (2017, ZeroOne)),
        new(Shapes.Oc3, "IN_TOUCH", (2017, "YES NO DIED REFU NREQ RHOM")),
        new(Shapes.Oc3, "ACTIV", (2017, "F1 P1 F2 P2 F3 P3 G4 G5 G6 0"), (2022, "F1 P1 F2 P2 F4 P4 F5 P5 G4 G5 G6 0")),
        new(Shapes.Oc3, "ACCOM", (2017, Homes)),
        new(Shapes.Ad1, "FOSTER_CARE", (2017, ZeroOne)),
        new(Shapes.Ad1, "SEX_ADOPTR", (2017, "M1 F1 MM FF MF")),
        new(Shapes.Ad1, "LS_ADOPTR", (2017, "L0 L11 L12 L2 L3 L4")),
        new(Shapes.PlacedAdoption, "REASON_PLACED_CEASED", (2017, "RD1 RD2 RD3 RD4")),
        new(Shapes.PrevPerm, "PREV_PERM", (2017, "P1 P2 P3 P4 Z1")),
        new(Shapes.Missing, "MISSING", (2017, "M A")),
        new(Shapes.SwEpisodes, "SW_REASON", (2024, "MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS")),
    ];

    /// <summary>Whether a column that is known stands in no year's CSV.</summary>
    public static bool IsOfXmlAlone(TableShape table, string column) => Array.Exists(OfXmlAlone, t => t.Table == table && Array.IndexOf(t.Columns, column) >= 0);

    /// <summary>Says what of the tables that were read the year does not have. All of it stays.</summary>
    public static void Say(RowTable?[] tables, int year, Departures departures)
    {
        foreach (var (table, from) in LaterTables)
        {
            if (tables[table.Number] is { Rows: > 0 } early && year < from)
            {
                departures.Add(early.File, early.Line[0], null, $"Returns have {table.Name} from {from} on. It was kept.");
            }
        }

        foreach (var column in Coded)
        {
            if (tables[column.Table.Number] is { } table)
            {
                column.Say(table, year, departures);
            }
        }
    }
}
