using System.Runtime.CompilerServices;

namespace Trellis.Returns.Ssda903;

/// <summary>The tables of the return. Some columns come only from XML or only in some years: PL_LA, PL_DISTANCE, PL_LOCATION of an episode, UASC of a header.</summary>
internal static class Shapes
{
    public static readonly TableShape Header = new(0, "Header", "CHILD SEX DOB:date ETHNIC UPN MOTHER MC_DOB:date UASC UASC_STATUS");

    public static readonly TableShape Episodes = new(
        1, "Episodes", "CHILD DECOM:date RNE LS CIN PLACE PLACE_PROVIDER DEC:date REC REASON_PLACE_CHANGE HOME_POST PL_POST URN PL_LA PL_DISTANCE PL_LOCATION SEX DOB:date", "DECOM");

    public static readonly TableShape Reviews = new(2, "Reviews", "CHILD DOB:date REVIEW:date REVIEW_CODE SEX", "REVIEW");

    public static readonly TableShape Uasc = new(3, "UASC", "CHILD SEX DOB:date DUC:date");

    public static readonly TableShape Oc2 = new(
        4, "OC2", "CHILD DOB:date SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED SEX");

    public static readonly TableShape Oc3 = new(5, "OC3", "CHILD DOB:date IN_TOUCH ACTIV ACCOM SEX");

    public static readonly TableShape Ad1 = new(6, "AD1", "CHILD DOB:date DATE_INT:date DATE_MATCH:date FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR SEX");

    public static readonly TableShape PlacedAdoption = new(7, "PlacedAdoption", "CHILD DOB:date DATE_PLACED:date DATE_PLACED_CEASED:date REASON_PLACED_CEASED SEX", "DATE_PLACED");

    public static readonly TableShape PrevPerm = new(8, "PrevPerm", "CHILD DOB:date PREV_PERM LA_PERM DATE_PERM SEX");

    public static readonly TableShape Missing = new(9, "Missing", "CHILD DOB:date MISSING MIS_START:date MIS_END:date SEX", "MIS_START");

    public static readonly TableShape SwEpisodes = new(10, "SWEpisodes", "CHILD DOB:date SW_ID SW_DECOM:date SW_DEC:date SW_REASON", "SW_DECOM");

    public static readonly TableShape DoLo = new(11, "DoLo", "CHILD DOB:date DOLO_START:date DOLO_END:date", "DOLO_START");

    public static readonly TableShape Providers = new(12, "Providers", "URN PLACE_CODES PROVIDER_CODES REG_END:date POSTCODE LA_CODE_INFERRED") { IsList = true };

    /// <summary>Postcodes with their National Grid references in metres.</summary>
    public static readonly TableShape Postcodes = new(13, "Postcodes", "POSTCODE EASTING NORTHING") { IsList = true };

    /// <summary>Every table. Whoever reads a return asks for them, and then every code that a rule or an indicator names has its number, as it must before the first word is read.</summary>
    public static readonly TableShape[] All = AfterTheCodes([Header, Episodes, Reviews, Uasc, Oc2, Oc3, Ad1, PlacedAdoption, PrevPerm, Missing, SwEpisodes, DoLo, Providers, Postcodes]);

    private static TableShape[] AfterTheCodes(TableShape[] shapes)
    {
        RuntimeHelpers.RunClassConstructor(typeof(Codes).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(RuleList).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(IndicatorList).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(YearForms).TypeHandle);
        return shapes;
    }
}
