namespace Trellis.Measures.Statuses;

/// <summary>What a rule asks of a figure.</summary>
public enum StatusTest
{
    MeetsTarget,

    /// <summary>Misses the target by no more than so many per cent of it.</summary>
    WithinPercent,

    /// <summary>Misses the target by no more than so much, in the indicator's own unit.</summary>
    WithinPoints,

    /// <summary>Better than the same period a year ago.</summary>
    BetterThanLastYear,

    /// <summary>Worse than a standard below which nobody may fall.</summary>
    BelowFloor,

    Otherwise,
}

/// <summary>One rule: what is asked, with its amount, and the colour of a figure of which it is true.</summary>
public readonly record struct StatusRule(StatusTest Test, decimal Amount, Rag Gives)
{
    public override string ToString() => $"{Words}: {Gives.ToString().ToLowerInvariant()}";

    private string Words => Test switch
    {
        StatusTest.MeetsTarget => "meets target",
        StatusTest.WithinPercent => $"within {Amount:0.####}%",
        StatusTest.WithinPoints => $"within {Amount:0.####}",
        StatusTest.BetterThanLastYear => "better than last year",
        StatusTest.BelowFloor => $"below floor {Amount:0.####}",
        _ => "otherwise",
    };
}
