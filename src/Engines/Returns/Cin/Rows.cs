namespace Trellis.Returns.Cin;

/// <summary>Whose census it is, and of when.</summary>
public readonly record struct Header(Row Row) : IRow<Header>
{
    /// <summary>Year.</summary>
    public Code Year => Row.Code(1);

    /// <summary>ReferenceDate.</summary>
    public Day ReferenceDate => Row.Day(2);

    /// <summary>LEA.</summary>
    public Code Authority => Row.Code(4);

    /// <inheritdoc/>
    public static Header Of(Row row) => new(row);
}

/// <summary>Who the child is.</summary>
public readonly record struct ChildIdentifiers(Row Row) : IRow<ChildIdentifiers>
{
    /// <summary>LAchildID.</summary>
    public Code ChildId => Row.Code(0);

    /// <summary>UPN.</summary>
    public Code Upn => Row.Code(1);

    /// <summary>FormerUPN.</summary>
    public Code FormerUpn => Row.Code(2);

    /// <summary>UPNunknown.</summary>
    public Code UpnUnknown => Row.Code(3);

    /// <summary>PersonBirthDate.</summary>
    public Day Birth => Row.Day(4);

    /// <summary>ExpectedPersonBirthDate.</summary>
    public Day ExpectedBirth => Row.Day(5);

    /// <summary>GenderCurrent.</summary>
    public Code Gender => Row.Code(6);

    /// <summary>PersonDeathDate.</summary>
    public Day Death => Row.Day(7);

    /// <summary>Sex.</summary>
    public Code Sex => Row.Code(8);

    /// <summary>The child was not born when the census was made.</summary>
    public bool IsUnborn => Birth.IsEmpty && ExpectedBirth.IsGiven;

    /// <inheritdoc/>
    public static ChildIdentifiers Of(Row row) => new(row);
}

/// <summary>What is known of the child.</summary>
public readonly record struct ChildCharacteristics(Row Row) : IRow<ChildCharacteristics>
{
    /// <summary>LAchildID.</summary>
    public Code ChildId => Row.Code(0);

    /// <summary>Ethnicity.</summary>
    public Code Ethnicity => Row.Code(1);

    /// <inheritdoc/>
    public static ChildCharacteristics Of(Row row) => new(row);
}

/// <summary>One disability of the child.</summary>
public readonly record struct ChildDisability(Row Row) : IRow<ChildDisability>
{
    /// <summary>LAchildID.</summary>
    public Code ChildId => Row.Code(0);

    /// <summary>Disability.</summary>
    public Code Disability => Row.Code(1);

    /// <inheritdoc/>
    public static ChildDisability Of(Row row) => new(row);
}

/// <summary>A case: from referral to closure.</summary>
public readonly record struct CinDetails(Row Row) : IRow<CinDetails>
{
    /// <summary>LAchildID.</summary>
    public Code ChildId => Row.Code(0);

    /// <summary>CINdetailsID.</summary>
    public Code CaseId => Row.Code(1);

    /// <summary>CINreferralDate.</summary>
    public Day ReferralDate => Row.Day(2);

    /// <summary>ReferralSource.</summary>
    public Code ReferralSource => Row.Code(3);

    /// <summary>PrimaryNeedCode.</summary>
    public Code PrimaryNeedCode => Row.Code(4);

    /// <summary>CINclosureDate.</summary>
    public Day ClosureDate => Row.Day(5);

    /// <summary>ReasonForClosure.</summary>
    public Code ReasonForClosure => Row.Code(6);

    /// <summary>DateOfInitialCPC.</summary>
    public Day InitialConference => Row.Day(7);

    /// <summary>ReferralNFA.</summary>
    public Code NoFurtherAction => Row.Code(8);

    /// <summary>The referral led to nothing further.</summary>
    public bool IsNoFurtherAction => NoFurtherAction.IsIn(Codes.Yes);

    /// <inheritdoc/>
    public static CinDetails Of(Row row) => new(row);
}

/// <summary>An assessment of a case.</summary>
public readonly record struct Assessment(Row Row) : IRow<Assessment>
{
    /// <summary>LAchildID.</summary>
    public Code ChildId => Row.Code(0);

    /// <summary>CINdetailsID.</summary>
    public Code CaseId => Row.Code(1);

    /// <summary>AssessmentID.</summary>
    public Code AssessmentId => Row.Code(2);

    /// <summary>AssessmentActualStartDate.</summary>
    public Day Start => Row.Day(3);

    /// <summary>AssessmentInternalReviewDate.</summary>
    public Day InternalReview => Row.Day(4);

    /// <summary>AssessmentAuthorisationDate.</summary>
    public Day Authorised => Row.Day(5);

    /// <summary>AssessmentFactors.</summary>
    public Code Factors => Row.Code(6);

    /// <inheritdoc/>
    public static Assessment Of(Row row) => new(row);
}

/// <summary>One factor that an assessment found.</summary>
public readonly record struct AssessmentFactor(Row Row) : IRow<AssessmentFactor>
{
    /// <summary>LAchildID.</summary>
    public Code ChildId => Row.Code(0);

    /// <summary>CINdetailsID.</summary>
    public Code CaseId => Row.Code(1);

    /// <summary>AssessmentID.</summary>
    public Code AssessmentId => Row.Code(2);

    /// <summary>AssessmentFactor.</summary>
    public Code Factor => Row.Code(3);

    /// <summary>AssessmentActualStartDate.</summary>
    public Day Start => Row.Day(4);

    /// <summary>AssessmentAuthorisationDate.</summary>
    public Day Authorised => Row.Day(5);

    /// <inheritdoc/>
    public static AssessmentFactor Of(Row row) => new(row);
}

/// <summary>A child in need plan.</summary>
public readonly record struct CinPlan(Row Row) : IRow<CinPlan>
{
    /// <summary>LAchildID.</summary>
    public Code ChildId => Row.Code(0);

    /// <summary>CINdetailsID.</summary>
    public Code CaseId => Row.Code(1);

    /// <summary>CINPlanStartDate.</summary>
    public Day Start => Row.Day(2);

    /// <summary>CINPlanEndDate.</summary>
    public Day End => Row.Day(3);

    /// <inheritdoc/>
    public static CinPlan Of(Row row) => new(row);
}

/// <summary>A section 47 enquiry.</summary>
public readonly record struct Section47(Row Row) : IRow<Section47>
{
    /// <summary>LAchildID.</summary>
    public Code ChildId => Row.Code(0);

    /// <summary>CINdetailsID.</summary>
    public Code CaseId => Row.Code(1);

    /// <summary>S47ActualStartDate.</summary>
    public Day Start => Row.Day(2);

    /// <summary>InitialCPCtarget.</summary>
    public Day ConferenceTarget => Row.Day(3);

    /// <summary>DateOfInitialCPC.</summary>
    public Day InitialConference => Row.Day(4);

    /// <summary>ICPCnotRequired.</summary>
    public Code ConferenceNotRequired => Row.Code(5);

    /// <summary>The enquiry needed no conference.</summary>
    public bool NeedsNoConference => ConferenceNotRequired.IsIn(Codes.Yes);

    /// <inheritdoc/>
    public static Section47 Of(Row row) => new(row);
}

/// <summary>A child protection plan.</summary>
public readonly record struct ProtectionPlan(Row Row) : IRow<ProtectionPlan>
{
    /// <summary>LAchildID.</summary>
    public Code ChildId => Row.Code(0);

    /// <summary>CINdetailsID.</summary>
    public Code CaseId => Row.Code(1);

    /// <summary>CPPID.</summary>
    public Code PlanId => Row.Code(2);

    /// <summary>CPPstartDate.</summary>
    public Day Start => Row.Day(3);

    /// <summary>CPPendDate.</summary>
    public Day End => Row.Day(4);

    /// <summary>InitialCategoryOfAbuse.</summary>
    public Code InitialCategory => Row.Code(5);

    /// <summary>LatestCategoryOfAbuse.</summary>
    public Code LatestCategory => Row.Code(6);

    /// <summary>NumberOfPreviousCPP.</summary>
    public Code PreviousPlans => Row.Code(7);

    /// <summary>The child had been on a plan before.</summary>
    public bool HasPreviousPlans => Row.Number(7) > 0;

    /// <inheritdoc/>
    public static ProtectionPlan Of(Row row) => new(row);
}

/// <summary>A review of a child protection plan.</summary>
public readonly record struct PlanReview(Row Row) : IRow<PlanReview>
{
    /// <summary>LAchildID.</summary>
    public Code ChildId => Row.Code(0);

    /// <summary>CINdetailsID.</summary>
    public Code CaseId => Row.Code(1);

    /// <summary>CPPID.</summary>
    public Code PlanId => Row.Code(2);

    /// <summary>CPPreviewDate.</summary>
    public Day Date => Row.Day(3);

    /// <inheritdoc/>
    public static PlanReview Of(Row row) => new(row);
}
