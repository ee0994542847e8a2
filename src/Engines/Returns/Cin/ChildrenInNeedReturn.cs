namespace Trellis.Returns.Cin;

/// <summary>A CIN census of one year.</summary>
public sealed class ChildrenInNeedReturn : StatutoryReturn
{
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
            foreach (var column in new[] { "AssessmentActualStartDate", "AssessmentAuthorisationDate" })
            {
                var from = assessments.Cells[Shapes.Assessments.Find(column)];
                var to = factors.Cells[Shapes.AssessmentFactors.Find(column)];
                var number = Shapes.AssessmentFactors.Find("AssessmentID");
                for (var row = 0; row < factors.Rows; row++)
                {
                    to[row] = data.Words.NumberOf(factors.Cells[number][row]) is { } n && n >= 1 && n <= assessments.Rows ? from[(int)n - 1] : 0;
                }
            }
        }
    }
}
