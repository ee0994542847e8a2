namespace Trellis.Returns.Cin;

/// <summary>The modules of this year's census, all children's rows in each.</summary>
internal static class Tables
{
    extension(AllRows<Child> rows)
    {
        /// <summary>The year of the census, by the reference date in its header.</summary>
        public CensusYear Census => CensusYear.Of(rows.Data);

        /// <summary>Who the children are.</summary>
        public TableRows<ChildIdentifiers> ChildIdentifiers => rows.Of<ChildIdentifiers>(Shapes.ChildIdentifiers);

        /// <summary>What is known of the children.</summary>
        public TableRows<ChildCharacteristics> ChildCharacteristics => rows.Of<ChildCharacteristics>(Shapes.ChildCharacteristics);

        /// <summary>Disabilities.</summary>
        public TableRows<ChildDisability> Disabilities => rows.Of<ChildDisability>(Shapes.Disabilities);

        /// <summary>Cases.</summary>
        public TableRows<CinDetails> CinDetails => rows.Of<CinDetails>(Shapes.CinDetails);

        /// <summary>Assessments.</summary>
        public TableRows<Assessment> Assessments => rows.Of<Assessment>(Shapes.Assessments);

        /// <summary>Child in need plans.</summary>
        public TableRows<CinPlan> CinPlanDates => rows.Of<CinPlan>(Shapes.CinPlanDates);

        /// <summary>Section 47 enquiries.</summary>
        public TableRows<Section47> Section47 => rows.Of<Section47>(Shapes.Section47);

        /// <summary>Child protection plans.</summary>
        public TableRows<ProtectionPlan> ChildProtectionPlans => rows.Of<ProtectionPlan>(Shapes.ChildProtectionPlans);

        /// <summary>Reviews of plans.</summary>
        public TableRows<PlanReview> Reviews => rows.Of<PlanReview>(Shapes.Reviews);
    }
}
