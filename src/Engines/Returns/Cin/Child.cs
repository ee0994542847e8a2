namespace Trellis.Returns.Cin;

/// <summary>A child in the census: its rows in each module.</summary>
public sealed class Child : ChildRows
{
    internal Child(ReturnData data)
        : base(data)
    {
    }

    /// <summary>Who the child is; one row, unless the return repeats the child.</summary>
    public RowList<ChildIdentifiers> ChildIdentifiers => Rows<ChildIdentifiers>(Shapes.ChildIdentifiers);

    /// <summary>What is known of the child.</summary>
    public RowList<ChildCharacteristics> ChildCharacteristics => Rows<ChildCharacteristics>(Shapes.ChildCharacteristics);

    /// <summary>Disabilities.</summary>
    public RowList<ChildDisability> Disabilities => Rows<ChildDisability>(Shapes.Disabilities);

    /// <summary>Cases in order of their referrals.</summary>
    public RowList<CinDetails> CinDetails => Rows<CinDetails>(Shapes.CinDetails);

    /// <summary>Assessments in order of their starts.</summary>
    public RowList<Assessment> Assessments => Rows<Assessment>(Shapes.Assessments);

    /// <summary>Factors of assessments.</summary>
    public RowList<AssessmentFactor> AssessmentFactors => Rows<AssessmentFactor>(Shapes.AssessmentFactors);

    /// <summary>Child in need plans in order of their starts.</summary>
    public RowList<CinPlan> CinPlanDates => Rows<CinPlan>(Shapes.CinPlanDates);

    /// <summary>Section 47 enquiries in order of their starts.</summary>
    public RowList<Section47> Section47 => Rows<Section47>(Shapes.Section47);

    /// <summary>Child protection plans in order of their starts.</summary>
    public RowList<ProtectionPlan> ChildProtectionPlans => Rows<ProtectionPlan>(Shapes.ChildProtectionPlans);

    /// <summary>Reviews of plans in order of their dates.</summary>
    public RowList<PlanReview> Reviews => Rows<PlanReview>(Shapes.Reviews);
}
