using System.Runtime.CompilerServices;

namespace Trellis.Returns.Cin;

/// <summary>
/// The modules of the census as tables. A case (CINdetails) belongs to a child; what belongs to a case names it by CINdetailsID, factors name their assessment and reviews their plan, all numbered as they are read.
/// </summary>
internal static class Shapes
{
    public static readonly TableShape Header = new(0, "Header", "Collection Year ReferenceDate:date SourceLevel LEA SoftwareCode Release SerialNo DateTime") { IsList = true };

    public static readonly TableShape ChildIdentifiers = new(
        1, "ChildIdentifiers", "LAchildID UPN FormerUPN UPNunknown PersonBirthDate:date ExpectedPersonBirthDate:date GenderCurrent PersonDeathDate:date Sex");

    public static readonly TableShape ChildCharacteristics = new(2, "ChildCharacteristics", "LAchildID Ethnicity");

    public static readonly TableShape Disabilities = new(3, "Disabilities", "LAchildID Disability");

    public static readonly TableShape CinDetails = new(
        4, "CINdetails", "LAchildID CINdetailsID CINreferralDate:date ReferralSource PrimaryNeedCode CINclosureDate:date ReasonForClosure DateOfInitialCPC:date ReferralNFA", "CINreferralDate");

    public static readonly TableShape Assessments = new(
        5, "Assessments", "LAchildID CINdetailsID AssessmentID AssessmentActualStartDate:date AssessmentInternalReviewDate:date AssessmentAuthorisationDate:date AssessmentFactors", "AssessmentActualStartDate");

    public static readonly TableShape AssessmentFactors = new(
        6, "AssessmentFactorsList", "LAchildID CINdetailsID AssessmentID AssessmentFactor AssessmentActualStartDate:date AssessmentAuthorisationDate:date");

    public static readonly TableShape CinPlanDates = new(7, "CINplanDates", "LAchildID CINdetailsID CINPlanStartDate:date CINPlanEndDate:date", "CINPlanStartDate");

    public static readonly TableShape Section47 = new(
        8, "Section47", "LAchildID CINdetailsID S47ActualStartDate:date InitialCPCtarget:date DateOfInitialCPC:date ICPCnotRequired", "S47ActualStartDate");

    public static readonly TableShape ChildProtectionPlans = new(
        9, "ChildProtectionPlans", "LAchildID CINdetailsID CPPID CPPstartDate:date CPPendDate:date InitialCategoryOfAbuse LatestCategoryOfAbuse NumberOfPreviousCPP", "CPPstartDate");

    public static readonly TableShape Reviews = new(10, "Reviews", "LAchildID CINdetailsID CPPID CPPreviewDate:date", "CPPreviewDate");

    /// <summary>Pre-proceedings and family group decision-making, new in 2026. Unconfirmed: the shape is that of a sample, no schema was published with it.</summary>
    public static readonly TableShape PreProceedings = new(
        11, "PreProceedingsandFGDM",
        "LAchildID CINdetailsID PPStartDate:date LBPSentDate:date FGDMMeetingOffer FGDMMeetingFac InitialPPMeetingDate:date ReviewMeetingsCount StepDecisionDate:date PPOutcome CourtAppDate:date LetterInitCPDate:date", "PPStartDate");

    /// <summary>Every table. Whoever reads a return asks for them, and then every code that a rule or an indicator names has its number, as it must before the first word is read.</summary>
    public static readonly TableShape[] All = AfterTheCodes(
        [Header, ChildIdentifiers, ChildCharacteristics, Disabilities, CinDetails, Assessments, AssessmentFactors, CinPlanDates, Section47, ChildProtectionPlans, Reviews, PreProceedings]);

    private static TableShape[] AfterTheCodes(TableShape[] shapes)
    {
        RuntimeHelpers.RunClassConstructor(typeof(Codes).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(RuleList).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(IndicatorList).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(YearForms).TypeHandle);
        return shapes;
    }
}
