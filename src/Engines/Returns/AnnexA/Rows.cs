namespace Trellis.Returns.AnnexA;

/// <summary>List 1: somebody told the authority about a child.</summary>
public readonly record struct Contact(Row Row) : IRow<Contact>
{
    private static readonly int Day = Lists.Contacts.Shape.Find("Date_of_Contact");
    private static readonly int From = Lists.Contacts.Shape.Find("Contact_Source");

    /// <summary>Date of Contact.</summary>
    public Day Date => Row.Day(Day);

    /// <summary>Contact Source.</summary>
    public Code Source => Row.Code(From);

    /// <inheritdoc/>
    public static Contact Of(Row row) => new(row);
}

/// <summary>List 2: an early help assessment.</summary>
public readonly record struct EarlyHelp(Row Row) : IRow<EarlyHelp>
{
    private static readonly int Begun = Lists.EarlyHelp.Shape.Find("Assessment_Start_Date");

    /// <summary>Assessment start date.</summary>
    public Day Start => Row.Day(Begun);

    /// <inheritdoc/>
    public static EarlyHelp Of(Row row) => new(row);
}

/// <summary>List 3: a referral.</summary>
public readonly record struct Referral(Row Row) : IRow<Referral>
{
    private static readonly int Day = Lists.Referrals.Shape.Find("Date_of_Referral");
    private static readonly int From = Lists.Referrals.Shape.Find("Referral_Source");
    private static readonly int NoAction = Lists.Referrals.Shape.Find("Referral_NFA");
    private static readonly int Earlier = Lists.Referrals.Shape.Find("Referrals_in_12_Months");

    /// <summary>Date of referral.</summary>
    public Day Date => Row.Day(Day);

    /// <summary>Referral Source.</summary>
    public Code Source => Row.Code(From);

    /// <summary>Referral NFA?</summary>
    public Code NothingFurther => Row.Code(NoAction);

    /// <summary>Number of Referrals in Last 12 Months, before this one.</summary>
    public decimal? EarlierReferrals => Row.Number(Earlier);

    /// <inheritdoc/>
    public static Referral Of(Row row) => new(row);
}

/// <summary>List 4: an assessment.</summary>
public readonly record struct Assessment(Row Row) : IRow<Assessment>
{
    private static readonly int Begun = Lists.Assessments.Shape.Find("Start_Date");
    private static readonly int Done = Lists.Assessments.Shape.Find("Date_of_Authorisation");

    /// <summary>Continuous Assessment Start Date.</summary>
    public Day Start => Row.Day(Begun);

    /// <summary>Continuous Assessment Date of Authorisation.</summary>
    public Day Authorised => Row.Day(Done);

    /// <inheritdoc/>
    public static Assessment Of(Row row) => new(row);
}

/// <summary>List 5: a section 47 enquiry.</summary>
public readonly record struct Enquiry(Row Row) : IRow<Enquiry>
{
    private static readonly int Begun = Lists.Enquiries.Shape.Find("Strategy_Discussion");
    private static readonly int Met = Lists.Enquiries.Shape.Find("Initial_Conference");
    private static readonly int Planned = Lists.Enquiries.Shape.Find("Led_to_Plan");

    /// <summary>Strategy discussion initiating Section 47 Enquiry Start Date.</summary>
    public Day Start => Row.Day(Begun);

    /// <summary>Date of Initial Child Protection Conference.</summary>
    public Day Conference => Row.Day(Met);

    /// <summary>Did the Initial Child Protection Conference Result in a Child Protection Plan.</summary>
    public Code LedToPlan => Row.Code(Planned);

    /// <inheritdoc/>
    public static Enquiry Of(Row row) => new(row);
}

/// <summary>List 6: a case of a child in need.</summary>
public readonly record struct InNeed(Row Row) : IRow<InNeed>
{
    private static readonly int Begun = Lists.InNeed.Shape.Find("CIN_Start_Date");
    private static readonly int NeedColumn = Lists.InNeed.Shape.Find("Primary_Need");
    private static readonly int Closed = Lists.InNeed.Shape.Find("CIN_Closure_Date");

    /// <summary>CIN Start Date.</summary>
    public Day Start => Row.Day(Begun);

    /// <summary>Primary Need Code.</summary>
    public Code Need => Row.Code(NeedColumn);

    /// <summary>CIN Closure Date.</summary>
    public Day Closure => Row.Day(Closed);

    /// <inheritdoc/>
    public static InNeed Of(Row row) => new(row);
}

/// <summary>List 7: a child protection plan.</summary>
public readonly record struct ProtectionPlan(Row Row) : IRow<ProtectionPlan>
{
    private static readonly int Begun = Lists.ProtectionPlans.Shape.Find("Plan_Start_Date");
    private static readonly int Ended = Lists.ProtectionPlans.Shape.Find("Plan_End_Date");
    private static readonly int Latest = Lists.ProtectionPlans.Shape.Find("Latest_Category");
    private static readonly int Before = Lists.ProtectionPlans.Shape.Find("Previous_Plans");

    /// <summary>Child Protection Plan Start Date.</summary>
    public Day Start => Row.Day(Begun);

    /// <summary>Child Protection Plan End Date.</summary>
    public Day End => Row.Day(Ended);

    /// <summary>Latest Category of Abuse.</summary>
    public Code LatestCategory => Row.Code(Latest);

    /// <summary>Number of Previous Child Protection Plans.</summary>
    public decimal? PreviousPlans => Row.Number(Before);

    /// <inheritdoc/>
    public static ProtectionPlan Of(Row row) => new(row);
}

/// <summary>List 8: a time of being looked after.</summary>
public readonly record struct LookedAfter(Row Row) : IRow<LookedAfter>
{
    private static readonly int Begun = Lists.LookedAfter.Shape.Find("Started");
    private static readonly int Ended = Lists.LookedAfter.Shape.Find("Ceased");
    private static readonly int Status = Lists.LookedAfter.Shape.Find("Legal_Status");
    private static readonly int Place = Lists.LookedAfter.Shape.Find("Placement_Type");
    private static readonly int Moves = Lists.LookedAfter.Shape.Find("Placements_in_12_Months");
    private static readonly int Away = Lists.LookedAfter.Shape.Find("Missing_in_12_Months");

    /// <summary>Date Started to be Looked After.</summary>
    public Day Start => Row.Day(Begun);

    /// <summary>Date Ceased to be Looked After.</summary>
    public Day Ceased => Row.Day(Ended);

    /// <summary>Child's Legal Status.</summary>
    public Code LegalStatus => Row.Code(Status);

    /// <summary>Placement Type.</summary>
    public Code Placement => Row.Code(Place);

    /// <summary>Number of Placements in the Last 12 months.</summary>
    public decimal? Placements => Row.Number(Moves);

    /// <summary>Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months.</summary>
    public decimal? TimesMissing => Row.Number(Away);

    /// <inheritdoc/>
    public static LookedAfter Of(Row row) => new(row);
}

/// <summary>List 9: a care leaver.</summary>
public readonly record struct CareLeaver(Row Row) : IRow<CareLeaver>
{
    private static readonly int Born = Lists.CareLeavers.Shape.Find("Date_of_Birth");
    private static readonly int Touch = Lists.CareLeavers.Shape.Find("In_Touch");
    private static readonly int Suits = Lists.CareLeavers.Shape.Find("Suitability");
    private static readonly int Does = Lists.CareLeavers.Shape.Find("Activity");

    /// <summary>Date of Birth.</summary>
    public Day Birth => Row.Day(Born);

    /// <summary>LA in Touch.</summary>
    public Code InTouch => Row.Code(Touch);

    /// <summary>Suitability of Accommodation.</summary>
    public Code Suitability => Row.Code(Suits);

    /// <summary>Activity Status.</summary>
    public Code Activity => Row.Code(Does);

    /// <inheritdoc/>
    public static CareLeaver Of(Row row) => new(row);
}

/// <summary>List 10: a child for adoption.</summary>
public readonly record struct Adoption(Row Row) : IRow<Adoption>
{
    private static readonly int Entered = Lists.Adoption.Shape.Find("Entered_Care");
    private static readonly int Order = Lists.Adoption.Shape.Find("Placement_Order");
    private static readonly int Match = Lists.Adoption.Shape.Find("Matched");
    private static readonly int Place = Lists.Adoption.Shape.Find("Placed");
    private static readonly int Done = Lists.Adoption.Shape.Find("Adopted");

    /// <summary>Date the Child Entered Care.</summary>
    public Day EnteredCare => Row.Day(Entered);

    /// <summary>Date of Placement Order.</summary>
    public Day PlacementOrder => Row.Day(Order);

    /// <summary>Date of Matching Child and Prospective Adopters.</summary>
    public Day Matched => Row.Day(Match);

    /// <summary>Date Placed for Adoption.</summary>
    public Day Placed => Row.Day(Place);

    /// <summary>Date of Adoption Order.</summary>
    public Day Adopted => Row.Day(Done);

    /// <inheritdoc/>
    public static Adoption Of(Row row) => new(row);
}

/// <summary>List 11: somebody who wants to adopt.</summary>
public readonly record struct Adopter(Row Row) : IRow<Adopter>
{
    private static readonly int Begun = Lists.Adopters.Shape.Find("Stage_1_Started");
    private static readonly int Accepted = Lists.Adopters.Shape.Find("Approved");
    private static readonly int Match = Lists.Adopters.Shape.Find("Matched");
    private static readonly int Gone = Lists.Adopters.Shape.Find("Left");
    private static readonly int Why = Lists.Adopters.Shape.Find("Reason_Left");

    /// <summary>Date Stage 1 started.</summary>
    public Day Stage1Started => Row.Day(Begun);

    /// <summary>Date application approved.</summary>
    public Day Approved => Row.Day(Accepted);

    /// <summary>Date adopter matched with child(ren).</summary>
    public Day Matched => Row.Day(Match);

    /// <summary>Date of leaving adoption process.</summary>
    public Day Left => Row.Day(Gone);

    /// <summary>Reason for leaving adoption process.</summary>
    public Code ReasonLeft => Row.Code(Why);

    /// <inheritdoc/>
    public static Adopter Of(Row row) => new(row);
}
