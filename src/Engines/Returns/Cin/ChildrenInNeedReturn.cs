namespace Trellis.Returns.Cin;

/// <summary>A CIN census of one year.</summary>
public sealed class ChildrenInNeedReturn
{
    internal ChildrenInNeedReturn(ReturnData data) => Data = data;

    internal ReturnData Data { get; }

    /// <summary>Runs all rules of its collection year.</summary>
    public CheckResult Check(CancellationToken cancel = default) => Checker.Run(Data, RuleList.In(Data.Year.Number), () => new Child(Data), cancel);
}
