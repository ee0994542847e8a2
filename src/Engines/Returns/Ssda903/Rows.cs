namespace Trellis.Returns.Ssda903;

/// <summary>A child: who it is.</summary>
public readonly record struct Header(Row Row) : IRow<Header>
{
    /// <summary>SEX.</summary>
    public Code Sex => Row.Code(1);

    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(2);

    /// <summary>ETHNIC.</summary>
    public Code Ethnic => Row.Code(3);

    /// <summary>UPN.</summary>
    public Code Upn => Row.Code(4);

    /// <summary>MOTHER.</summary>
    public Code Mother => Row.Code(5);

    /// <summary>MC_DOB.</summary>
    public Day McDob => Row.Day(6);

    /// <summary>UASC.</summary>
    public Code Uasc => Row.Code(7);

    /// <summary>UASC_STATUS.</summary>
    public Code UascStatus => Row.Code(8);

    /// <inheritdoc/>
    public static Header Of(Row row) => new(row);
}

/// <summary>A time under one legal status in one placement.</summary>
public readonly record struct Episode(Row Row) : IRow<Episode>
{
    /// <summary>DECOM.</summary>
    public Day Decom => Row.Day(1);

    /// <summary>RNE.</summary>
    public Code Rne => Row.Code(2);

    /// <summary>LS.</summary>
    public Code Ls => Row.Code(3);

    /// <summary>CIN.</summary>
    public Code Cin => Row.Code(4);

    /// <summary>PLACE.</summary>
    public Code Place => Row.Code(5);

    /// <summary>PLACE_PROVIDER.</summary>
    public Code PlaceProvider => Row.Code(6);

    /// <summary>DEC.</summary>
    public Day Dec => Row.Day(7);

    /// <summary>REC.</summary>
    public Code Rec => Row.Code(8);

    /// <summary>REASON_PLACE_CHANGE.</summary>
    public Code ReasonPlaceChange => Row.Code(9);

    /// <summary>HOME_POST.</summary>
    public Code HomePost => Row.Code(10);

    /// <summary>PL_POST.</summary>
    public Code PlPost => Row.Code(11);

    /// <summary>URN.</summary>
    public Code Urn => Row.Code(12);

    /// <summary>PL_LA.</summary>
    public Code PlLa => Row.Code(13);

    /// <summary>PL_DISTANCE.</summary>
    public decimal? PlDistance => Row.Number(14);

    /// <summary>PL_LOCATION.</summary>
    public Code PlLocation => Row.Code(15);

    /// <summary>SEX.</summary>
    public Code Sex => Row.Code(16);

    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(17);

    /// <inheritdoc/>
    public static Episode Of(Row row) => new(row);
}

/// <summary>A review of a looked after child.</summary>
public readonly record struct Review(Row Row) : IRow<Review>
{
    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(1);

    /// <summary>REVIEW.</summary>
    public Day Date => Row.Day(2);

    /// <summary>REVIEW_CODE.</summary>
    public Code ReviewCode => Row.Code(3);

    /// <summary>SEX.</summary>
    public Code Sex => Row.Code(4);

    /// <inheritdoc/>
    public static Review Of(Row row) => new(row);
}

/// <summary>An unaccompanied asylum-seeking child.</summary>
public readonly record struct Uasc(Row Row) : IRow<Uasc>
{
    /// <summary>SEX.</summary>
    public Code Sex => Row.Code(1);

    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(2);

    /// <summary>DUC.</summary>
    public Day Duc => Row.Day(3);

    /// <inheritdoc/>
    public static Uasc Of(Row row) => new(row);
}

/// <summary>Health and behaviour of a child looked after for a year.</summary>
public readonly record struct Oc2(Row Row) : IRow<Oc2>
{
    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(1);

    /// <summary>SDQ_SCORE.</summary>
    public Code SdqScore => Row.Code(2);

    /// <summary>SDQ_REASON.</summary>
    public Code SdqReason => Row.Code(3);

    /// <summary>CONVICTED.</summary>
    public Code Convicted => Row.Code(4);

    /// <summary>HEALTH_CHECK.</summary>
    public Code HealthCheck => Row.Code(5);

    /// <summary>IMMUNISATIONS.</summary>
    public Code Immunisations => Row.Code(6);

    /// <summary>TEETH_CHECK.</summary>
    public Code TeethCheck => Row.Code(7);

    /// <summary>HEALTH_ASSESSMENT.</summary>
    public Code HealthAssessment => Row.Code(8);

    /// <summary>SUBSTANCE_MISUSE.</summary>
    public Code SubstanceMisuse => Row.Code(9);

    /// <summary>INTERVENTION_RECEIVED.</summary>
    public Code InterventionReceived => Row.Code(10);

    /// <summary>INTERVENTION_OFFERED.</summary>
    public Code InterventionOffered => Row.Code(11);

    /// <summary>SEX.</summary>
    public Code Sex => Row.Code(12);

    /// <inheritdoc/>
    public static Oc2 Of(Row row) => new(row);
}

/// <summary>A care leaver.</summary>
public readonly record struct Oc3(Row Row) : IRow<Oc3>
{
    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(1);

    /// <summary>IN_TOUCH.</summary>
    public Code InTouch => Row.Code(2);

    /// <summary>ACTIV.</summary>
    public Code Activ => Row.Code(3);

    /// <summary>ACCOM.</summary>
    public Code Accom => Row.Code(4);

    /// <summary>SEX.</summary>
    public Code Sex => Row.Code(5);

    /// <inheritdoc/>
    public static Oc3 Of(Row row) => new(row);
}

/// <summary>An adopted child.</summary>
public readonly record struct Ad1(Row Row) : IRow<Ad1>
{
    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(1);

    /// <summary>DATE_INT.</summary>
    public Day DateInt => Row.Day(2);

    /// <summary>DATE_MATCH.</summary>
    public Day DateMatch => Row.Day(3);

    /// <summary>FOSTER_CARE.</summary>
    public Code FosterCare => Row.Code(4);

    /// <summary>NB_ADOPTR.</summary>
    public Code NbAdoptr => Row.Code(5);

    /// <summary>SEX_ADOPTR.</summary>
    public Code SexAdoptr => Row.Code(6);

    /// <summary>LS_ADOPTR.</summary>
    public Code LsAdoptr => Row.Code(7);

    /// <summary>SEX.</summary>
    public Code Sex => Row.Code(8);

    /// <inheritdoc/>
    public static Ad1 Of(Row row) => new(row);
}

/// <summary>A decision that a child should be placed for adoption.</summary>
public readonly record struct PlacedAdoption(Row Row) : IRow<PlacedAdoption>
{
    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(1);

    /// <summary>DATE_PLACED.</summary>
    public Day DatePlaced => Row.Day(2);

    /// <summary>DATE_PLACED_CEASED.</summary>
    public Day DatePlacedCeased => Row.Day(3);

    /// <summary>REASON_PLACED_CEASED.</summary>
    public Code ReasonPlacedCeased => Row.Code(4);

    /// <summary>SEX.</summary>
    public Code Sex => Row.Code(5);

    /// <inheritdoc/>
    public static PlacedAdoption Of(Row row) => new(row);
}

/// <summary>A permanent home before this time in care.</summary>
public readonly record struct PrevPerm(Row Row) : IRow<PrevPerm>
{
    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(1);

    /// <summary>PREV_PERM.</summary>
    public Code Kind => Row.Code(2);

    /// <summary>LA_PERM.</summary>
    public Code LaPerm => Row.Code(3);

    /// <summary>DATE_PERM.</summary>
    public Code DatePerm => Row.Code(4);

    /// <summary>SEX.</summary>
    public Code Sex => Row.Code(5);

    /// <inheritdoc/>
    public static PrevPerm Of(Row row) => new(row);
}

/// <summary>A time missing or away without authorisation.</summary>
public readonly record struct Missing(Row Row) : IRow<Missing>
{
    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(1);

    /// <summary>MISSING.</summary>
    public Code Kind => Row.Code(2);

    /// <summary>MIS_START.</summary>
    public Day MisStart => Row.Day(3);

    /// <summary>MIS_END.</summary>
    public Day MisEnd => Row.Day(4);

    /// <summary>SEX.</summary>
    public Code Sex => Row.Code(5);

    /// <inheritdoc/>
    public static Missing Of(Row row) => new(row);
}

/// <summary>A time with one social worker.</summary>
public readonly record struct SwEpisode(Row Row) : IRow<SwEpisode>
{
    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(1);

    /// <summary>SW_ID.</summary>
    public Code SwId => Row.Code(2);

    /// <summary>SW_DECOM.</summary>
    public Day SwDecom => Row.Day(3);

    /// <summary>SW_DEC.</summary>
    public Day SwDec => Row.Day(4);

    /// <summary>SW_REASON.</summary>
    public Code SwReason => Row.Code(5);

    /// <inheritdoc/>
    public static SwEpisode Of(Row row) => new(row);
}

/// <summary>A deprivation of liberty order.</summary>
public readonly record struct DoLo(Row Row) : IRow<DoLo>
{
    /// <summary>DOB.</summary>
    public Day Dob => Row.Day(1);

    /// <summary>DOLO_START.</summary>
    public Day DoloStart => Row.Day(2);

    /// <summary>DOLO_END.</summary>
    public Day DoloEnd => Row.Day(3);

    /// <inheritdoc/>
    public static DoLo Of(Row row) => new(row);
}

/// <summary>A provider of social care on Ofsted's list.</summary>
public readonly record struct Provider(Row Row) : IRow<Provider>
{
    /// <summary>PLACE_CODES.</summary>
    public Code PlaceCodes => Row.Code(1);

    /// <summary>PROVIDER_CODES.</summary>
    public Code ProviderCodes => Row.Code(2);

    /// <summary>REG_END.</summary>
    public Day RegEnd => Row.Day(3);

    /// <summary>POSTCODE.</summary>
    public Code Postcode => Row.Code(4);

    /// <summary>LA_CODE_INFERRED.</summary>
    public Code Authority => Row.Code(5);

    /// <inheritdoc/>
    public static Provider Of(Row row) => new(row);
}
