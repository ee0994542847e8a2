namespace Trellis.Returns.Cin;

/// <summary>All indicators that are counted from the census, in a fixed order.</summary>
public static class IndicatorList
{
    /// <summary>The publication that they follow.</summary>
    internal const string InNeed = "Children in need, methodology, 2025";

    /// <summary>Reports by the names that the specification of them gives: Children in need census 2019 to 2020, COLLECT report specifications, September 2018.</summary>
    internal static class Reports
    {
        public const string Summary = "Summary";
        public const string KeyIndicators = "Key indicators";
        public const string Referrals = "Referral source";
        public const string Assessments = "Assessments working days summary";
        public const string Factors = "Factors at assessment";
        public const string Conferences = "ICPC working days summary";
        public const string TransferIn = "Transfer-in ICPC working days summary";
        public const string PlansAtYearEnd = "CPP at 31 March by initial and latest category of abuse";
        public const string PlansStarted = "Started CPP in year \u2013 category of abuse";
        public const string LongPlans = "KI Children \u2013 CPP \u2013 2 Years or more";
        public const string SecondPlans = "KI Children \u2013 More than one CPP";
    }

    /// <summary>Every indicator.</summary>
    public static IReadOnlyList<Indicator<Child>> All { get; } = [.. NeedIndicators.All, .. AssessmentIndicators.All, .. ConferenceIndicators.All, .. ProtectionPlanIndicators.All, .. PlanReviewIndicators.All];
}
