using static Trellis.Returns.AnnexA.ListColumn;

namespace Trellis.Returns.AnnexA;

/// <summary>The eleven lists of Ofsted's Annex A (child-level data for inspections of local authority children's services), with their columns in order.</summary>
internal static class Lists
{
    private static readonly ListColumn Child = Text("Child_Unique_ID", "Child Unique ID", "Child ID", "Child Identifier", "Unique ID");
    private static readonly ListColumn Gender = Answer("Gender", CodeLists.Gender, "Gender", "Sex");
    private static readonly ListColumn Ethnicity = Answer("Ethnicity", CodeLists.Ethnicity);
    private static readonly ListColumn Birth = Date("Date_of_Birth", "Date of Birth", "Date of birth or expected date of birth", "DOB").Optional();
    private static readonly ListColumn Age = new ListColumn("Age", Holds.Age) { Headings = ["Age of Child (Years)", "Age"] }.Optional();
    private static readonly ListColumn Disability = Answer("Disability", CodeLists.Disability, "Does the Child have a Disability", "Disability");
    private static readonly ListColumn Team = Text("Allocated_Team");
    private static readonly ListColumn Worker = Text("Allocated_Worker");
    private static readonly ListColumn[] Who = [Child, Gender, Ethnicity, Birth, Age];

    public static readonly ListForm Contacts = new(1, "Contacts", "Date_of_Contact", [.. Who, Date("Date_of_Contact"), Answer("Contact_Source", CodeLists.Source, "Contact Source", "Source of Contact")]);

    public static readonly ListForm EarlyHelp = new(2, "EarlyHelp", "Assessment_Start_Date",
    [
        .. Who, Date("Assessment_Start_Date"), Date("Assessment_Completion_Date", "Assessment completion date", "Assessment end date").Optional(), Text("Organisation_Completing_Assessment"),
    ]);

    public static readonly ListForm Referrals = new(3, "Referrals", "Date_of_Referral",
    [
        .. Who, Date("Date_of_Referral", "Date of referral", "Referral date"), Answer("Referral_Source", CodeLists.Source, "Referral Source", "Source of Referral"),
        Answer("Referral_NFA", CodeLists.NothingFurther, "Referral NFA?", "Referral No Further Action"), Number("Referrals_in_12_Months", "Number of Referrals in Last 12 Months"), Team, Worker,
    ]);

    public static readonly ListForm Assessments = new(4, "Assessments", "Start_Date",
    [
        .. Who, Disability, Date("Start_Date", "Continuous Assessment Start Date", "Assessment Start Date"),
        Answer("Child_Seen", CodeLists.Seen, "Child Seen During Continuous Assessment", "Child Seen During Assessment").Optional(),
        Date("Date_of_Authorisation", "Continuous Assessment Date of Authorisation", "Assessment Date of Authorisation", "Assessment Authorisation Date").Optional(),
        Answer("Requires_Support", CodeLists.YesNo, "Was the child assessed as requiring LA children's social care support?").Optional(), Team, Worker,
    ]);

    public static readonly ListForm Enquiries = new(5, "Enquiries", "Strategy_Discussion",
    [
        .. Who, Disability, Date("Strategy_Discussion", "Strategy discussion initiating Section 47 Enquiry Start Date", "Section 47 Enquiry Start Date"),
        Answer("Conference_Unnecessary", CodeLists.YesNo, "Was an Initial Child Protection Conference deemed unnecessary?", "Was an ICPC deemed unnecessary?").Optional(),
        Date("Initial_Conference", "Date of Initial Child Protection Conference", "Date of ICPC").Optional(),
        Answer("Led_to_Plan", CodeLists.YesNoUnknown, "Did the Initial Child Protection Conference Result in a Child Protection Plan", "Did the ICPC Result in a Child Protection Plan").Optional(),
        Number("Enquiries_in_12_Months", "Number of Section 47 Enquiries in the last 12 months"),
        Number("Conferences_in_12_Months", "Number of ICPCs in the last 12 months", "Number of Initial Child Protection Conferences in the last 12 months"), Team, Worker,
    ]);

    public static readonly ListForm InNeed = new(6, "InNeed", "CIN_Start_Date",
    [
        .. Who, Disability, Date("CIN_Start_Date", "CIN Start Date", "Child in Need Start Date").Optional(), Answer("Primary_Need", CodeLists.Need, "Primary Need Code", "Primary Need"),
        Date("Last_Seen", "Date Child Was Last Seen").Optional(), Date("CIN_Closure_Date", "CIN Closure Date", "Child in Need Closure Date").Optional(),
        Answer("Reason_for_Closure", CodeLists.Closure).Optional(), Answer("Case_Status", CodeLists.CaseStatus), Team, Worker,
    ]);

    public static readonly ListForm ProtectionPlans = new(7, "ProtectionPlans", "Plan_Start_Date",
    [
        .. Who, Disability, Date("Plan_Start_Date", "Child Protection Plan Start Date", "CP Plan Start Date"), Answer("Initial_Category", CodeLists.Abuse, "Initial Category of Abuse"),
        Answer("Latest_Category", CodeLists.Abuse, "Latest Category of Abuse"), Date("Last_Visit", "Date of the Last Statutory Visit").Optional(), Answer("Seen_Alone", CodeLists.YesNoUnknown, "Was the Child Seen Alone?").Optional(),
        Date("Latest_Review", "Date of latest review conference").Optional(), Date("Plan_End_Date", "Child Protection Plan End Date", "CP Plan End Date").Optional(),
        Answer("Emergency_Protection", CodeLists.YesNo, "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)"),
        Number("Previous_Plans", "Number of Previous Child Protection Plans"), Team, Worker,
    ]);

    public static readonly ListForm LookedAfter = new(8, "LookedAfter", "Started",
    [
        .. Who, Answer("Unaccompanied", CodeLists.YesNo, "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"), Disability,
        Date("Started", "Date Started to be Looked After"), Answer("Category_of_Need", CodeLists.Need, "Child's Category of Need"),
        Answer("Second_Period", CodeLists.YesNo, "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"),
        Date("Legal_Status_Start", "Start date of current legal status"), Answer("Legal_Status", CodeLists.LegalStatus, "Child's Legal Status", "Legal Status"),
        Date("Latest_Review", "Date of Latest Statutory Review").Optional(), Date("Last_Social_Work_Visit", "Date of Last Social Work Visit").Optional(),
        Answer("Permanence_Plan", CodeLists.Permanence, "What is the permanence plan for this child?", "Permanence plan").Optional(),
        Date("Last_IRO_Visit", "Date of Last IRO Visit / Contact to the Child").Optional(), Date("Last_Health_Assessment", "Date of Last Health Assessment").Optional(),
        Date("Last_Dental_Check", "Date of Last Dental Check").Optional(), Number("Placements_in_12_Months", "Number of Placements in the Last 12 months"),
        Date("Ceased", "Date Ceased to be Looked After").Optional(), Answer("Reason_Ceased", CodeLists.CareCeased, "Reason Ceased to be Looked After").Optional(),
        Date("Placement_Start", "Start Date of Most Recent Placement"), Answer("Placement_Type", CodeLists.Placement), Answer("Placement_Provider", CodeLists.Provider),
        new ListColumn("Placement_Postcode", Holds.Postcode), Text("URN_of_Placement").Optional(), Answer("Placement_Location", CodeLists.Location), Text("LA_of_Placement"),
        Number("Missing_in_12_Months", "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months"),
        Number("Absent_in_12_Months", "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months"),
        Answer("Interview_Offered", CodeLists.YesNo, "Was the child offered a Return Interview after their last missing episode (Y/N)?").Optional(),
        Answer("Interview_Accepted", CodeLists.YesNo, "Did the child accept a Return Interview after their last missing episode (Y/N)?").Optional(), Team, Worker,
    ]);

    public static readonly ListForm CareLeavers = new(9, "CareLeavers", "Latest_Contact",
    [
        .. Who, Answer("Unaccompanied", CodeLists.YesNo, "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)"), Disability, Team, Worker,
        Text("Personal_Advisor", "Allocated Personal Advisor", "Allocated Personal Adviser"), Answer("Eligibility", CodeLists.Eligibility, "Eligibility Category"),
        Date("Pathway_Plan_Review", "Latest Pathway Plan Review Date").Optional(), Answer("In_Touch", CodeLists.Touch, "LA in Touch"), Date("Latest_Contact", "Latest Date of Contact").Optional(),
        Answer("Accommodation", CodeLists.Home, "Type of Accommodation").Optional(), Answer("Suitability", CodeLists.Suitability, "Suitability of Accommodation").Optional(),
        Answer("Activity", CodeLists.Activity, "Activity Status").Optional(),
    ]);

    public static readonly ListForm Adoption = new(10, "Adoption", "Decision",
    [
        Child, Text("Family_Identifier").Optional(), Gender, Ethnicity, Birth, Age, Disability, Date("Entered_Care", "Date the Child Entered Care"),
        Date("Decision", "Date of Decision that Child Should be Placed for Adoption"), Date("Placement_Order", "Date of Placement Order").Optional(),
        Date("Matched", "Date of Matching Child and Prospective Adopters").Optional(), Date("Placed", "Date Placed for Adoption").Optional(), Date("Adopted", "Date of Adoption Order").Optional(),
        Date("Reversed", "Date of Decision that Child Should No Longer be Placed for Adoption").Optional(),
        Answer("Reason_Reversed", CodeLists.NoLongerForAdoption, "Reason Why Child No Longer Placed for Adoption").Optional(),
        Date("Fostered_for_Adoption", "Date the child was placed for fostering in FFA or concurrent planning placement").Optional(),
    ]);

    public static readonly ListForm Adopters = new(11, "Adopters", "Enquiry",
    [
        Text("Adopter_Identifier", "Individual adopter identifier"), Text("Family_Identifier").Optional(), Gender, Ethnicity, Disability,
        Answer("Fosters_for_Adoption", CodeLists.YesNo, "Is the (prospective) adopter fostering for adoption?"), Date("Enquiry", "Date enquiry received"), Date("Stage_1_Started", "Date Stage 1 started").Optional(),
        Date("Stage_1_Ended", "Date Stage 1 ended").Optional(), Date("Stage_2_Started", "Date Stage 2 started").Optional(), Date("Stage_2_Ended", "Date Stage 2 ended").Optional(),
        Date("Applied", "Date application submitted").Optional(), Date("Approved", "Date application approved").Optional(), Date("Matched", "Date adopter matched with child(ren)").Optional(),
        Date("Placed", "Date child/children placed with adopter(s)").Optional(), Number("Children_Placed", "No. of children placed", "Number of children placed").Optional(),
        Date("Adopted", "Date of Adoption Order").Optional(), Date("Left", "Date of leaving adoption process").Optional(), Answer("Reason_Left", CodeLists.AdoptersLeft, "Reason for leaving adoption process").Optional(),
    ]);

    public static readonly ListForm[] All = [Contacts, EarlyHelp, Referrals, Assessments, Enquiries, InNeed, ProtectionPlans, LookedAfter, CareLeavers, Adoption, Adopters];
}
