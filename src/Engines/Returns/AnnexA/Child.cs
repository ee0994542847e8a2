namespace Trellis.Returns.AnnexA;

/// <summary>A child in Annex A: its rows in each list.</summary>
public sealed class Child : ChildRows
{
    internal Child(ReturnData data)
        : base(data)
    {
        SixMonths = Windows.StartOf(Lists.Contacts, AsAt);
        TwelveMonths = Windows.StartOf(Lists.Adoption, AsAt);
    }

    /// <summary>The day of which the lists speak.</summary>
    public Day AsAt => Data.AsAt;

    /// <summary>The first day of the time that most lists look back over.</summary>
    public Day SixMonths { get; }

    /// <summary>The first day of the time that the lists of adoption look back over.</summary>
    public Day TwelveMonths { get; }

    /// <summary>List 1 in order of time.</summary>
    public RowList<Contact> Contacts => Rows<Contact>(Lists.Contacts.Shape);

    /// <summary>List 2 in order of starts.</summary>
    public RowList<EarlyHelp> EarlyHelp => Rows<EarlyHelp>(Lists.EarlyHelp.Shape);

    /// <summary>List 3 in order of time.</summary>
    public RowList<Referral> Referrals => Rows<Referral>(Lists.Referrals.Shape);

    /// <summary>List 4 in order of starts.</summary>
    public RowList<Assessment> Assessments => Rows<Assessment>(Lists.Assessments.Shape);

    /// <summary>List 5 in order of starts.</summary>
    public RowList<Enquiry> Enquiries => Rows<Enquiry>(Lists.Enquiries.Shape);

    /// <summary>List 6 in order of starts.</summary>
    public RowList<InNeed> InNeed => Rows<InNeed>(Lists.InNeed.Shape);

    /// <summary>List 7 in order of starts.</summary>
    public RowList<ProtectionPlan> ProtectionPlans => Rows<ProtectionPlan>(Lists.ProtectionPlans.Shape);

    /// <summary>List 8 in order of starts.</summary>
    public RowList<LookedAfter> LookedAfter => Rows<LookedAfter>(Lists.LookedAfter.Shape);

    /// <summary>List 9.</summary>
    public RowList<CareLeaver> CareLeavers => Rows<CareLeaver>(Lists.CareLeavers.Shape);

    /// <summary>List 10 in order of decisions.</summary>
    public RowList<Adoption> Adoptions => Rows<Adoption>(Lists.Adoption.Shape);

    /// <summary>Whether a day lies in the six months.</summary>
    public bool IsRecent(Day day) => day.IsWithin(SixMonths, AsAt);

    /// <summary>Whether something that began on one day and ended on another, or has no end, runs over the end of the day of the lists.</summary>
    public bool IsOpen(Day start, Day end) => start <= AsAt && (end.IsEmpty || end > AsAt);
}
