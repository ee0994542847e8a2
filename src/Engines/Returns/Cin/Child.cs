namespace Trellis.Returns.Cin;

/// <summary>A child in the census: its rows in each module.</summary>
public sealed class Child : ChildRows
{
    internal Child(ReturnData data)
        : base(data) => Census = CensusYear.Of(data);

    /// <summary>The year of the census, by the reference date in its header.</summary>
    public CensusYear Census { get; }

    /// <summary>Who the child is; one row, unless the return repeats the child.</summary>
    public RowList<ChildIdentifiers> ChildIdentifiers => Rows<ChildIdentifiers>(Shapes.ChildIdentifiers);

    /// <summary>What is known of the child.</summary>
    public RowList<ChildCharacteristics> ChildCharacteristics => Rows<ChildCharacteristics>(Shapes.ChildCharacteristics);

    /// <summary>Disabilities.</summary>
    public RowList<ChildDisability> Disabilities => Rows<ChildDisability>(Shapes.Disabilities);

    /// <summary>Cases in order of their referrals.</summary>
    public RowList<CinDetails> CinDetails => Rows<CinDetails>(Shapes.CinDetails);

    /// <summary>Cases of last year's census in order of their referrals.</summary>
    public RowList<CinDetails> CinDetailsLastYear => RowsLastYear<CinDetails>(Shapes.CinDetails);

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

    /// <summary>Child protection plans of last year's census in order of their starts.</summary>
    public RowList<ProtectionPlan> ChildProtectionPlansLastYear => RowsLastYear<ProtectionPlan>(Shapes.ChildProtectionPlans);

    /// <summary>Reviews of plans in order of their dates.</summary>
    public RowList<PlanReview> Reviews => Rows<PlanReview>(Shapes.Reviews);

    /// <summary>Reviews of plans in last year's census in order of their dates.</summary>
    public RowList<PlanReview> ReviewsLastYear => RowsLastYear<PlanReview>(Shapes.Reviews);

    /// <summary>The case in which the child is in need on the day; nothing where it is not. One that is closed that day is over. Of two that are open at once it is the later.</summary>
    public CinDetails? OpenCase => CinDetails.LastWhere(d => !d.IsNoFurtherAction && d.ReferralDate <= On && (d.ClosureDate.IsEmpty || d.ClosureDate > On));

    /// <summary>The child protection plan that the child is on on the day; nothing where it is on none. One that ends that day is over. Of two that are open at once it is the later.</summary>
    public ProtectionPlan? OpenPlan => ChildProtectionPlans.LastWhere(p => p.Start <= On && (p.End.IsEmpty || p.End > On));

    /// <summary>The case of a number, or nothing.</summary>
    public CinDetails? CaseOf(Code number)
    {
        foreach (var one in CinDetails)
        {
            if (one.CaseId == number)
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Whether an assessment found a factor: in the list of factors, or beside the assessment itself where there is no list.</summary>
    public bool HasFactor(Assessment assessment, CodeSet factors) =>
        assessment.Factors.IsIn(factors) || AssessmentFactors.Any((assessment.AssessmentId, factors), (f, sought) => f.AssessmentId == sought.AssessmentId && f.Factor.IsIn(sought.factors));

    /// <summary>Two rows of one table, the earlier first, both fail the rule where it is true of them.</summary>
    public void FailPairs<T>(RowList<T> rows, Func<Child, T, T, bool> fails)
        where T : struct, IRow<T>
    {
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = i + 1; j < rows.Count; j++)
            {
                if (fails(this, rows[i], rows[j]))
                {
                    Fail(rows[i]);
                    Fail(rows[j]);
                }
            }
        }
    }
}
