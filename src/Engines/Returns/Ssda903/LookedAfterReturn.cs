namespace Trellis.Returns.Ssda903;

/// <summary>An SSDA903 return of one year, with last year's beside it where it was given.</summary>
public sealed class LookedAfterReturn
{
    internal LookedAfterReturn(ReturnData data) => Data = data;

    internal ReturnData Data { get; }

    /// <summary>Runs all rules of its collection year. A rule whose tables or lists are not there is not run, and the result says what it lacked.</summary>
    public CheckResult Check(CancellationToken cancel = default) => Checker.Run(Data, RuleList.In(Data.Year.Number), () => new Child(Data), cancel);
}
