namespace Trellis.Returns.Cin;

/// <summary>A CIN census of one year.</summary>
public sealed class ChildrenInNeedReturn : StatutoryReturn
{
    private const string Started = "AssessmentActualStartDate";
    private const string Authorised = "AssessmentAuthorisationDate";

    internal ChildrenInNeedReturn(ReturnData data)
        : base(data)
    {
    }

    /// <inheritdoc/>
    public override string Name => "CIN census";

    /// <inheritdoc/>
    public override CheckResult Check(int? rulesOf = null, CancellationToken cancel = default) => Checker.Run(Data, RuleList.In(rulesOf ?? Year.Number), () => new Child(Data), cancel);

    /// <inheritdoc/>
    public override (Day First, Day Last) Days => CensusYear.Of(Data) is var year ? (year.Start, year.End) : default;

    private protected override IReadOnlyList<CountedIndicator> CountOn(Day day, CancellationToken cancel) => Counter.Run(Data, IndicatorList.All, () => new Child(Data), day, cancel);

    /// <summary>What an XML census says only around a factor or in the header is said again where rules look for it.</summary>
    internal static void Complete(ReturnData data)
    {
        // Assessments are numbered as they are read, so the number is the row.
        if (data.Now[Shapes.AssessmentFactors.Number] is { } factors && data.Now[Shapes.Assessments.Number] is { } assessments)
        {
            var numbers = factors.Cells[Shapes.AssessmentFactors.Find("AssessmentID")];
            var (started, authorised) = (assessments.Cells[Shapes.Assessments.Find(Started)], assessments.Cells[Shapes.Assessments.Find(Authorised)]);
            var (startedToo, authorisedToo) = (factors.Cells[Shapes.AssessmentFactors.Find(Started)], factors.Cells[Shapes.AssessmentFactors.Find(Authorised)]);
            var (number, of) = (0, -1);
            for (var row = 0; row < factors.Rows; row++)
            {
                // The factors of one assessment stand together.
                if (numbers[row] != number)
                {
                    number = numbers[row];
                    of = data.Words.NumberOf(number) is { } n && n >= 1 && n <= assessments.Rows ? (int)n - 1 : -1;
                }

                (startedToo[row], authorisedToo[row]) = of < 0 ? (0, 0) : (started[of], authorised[of]);
            }
        }
    }
}
