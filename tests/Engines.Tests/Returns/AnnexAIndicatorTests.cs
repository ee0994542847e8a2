using Trellis.Returns.AnnexA;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Every indicator of Annex A has cases of its own, written beside it; they are as at 31 March.</summary>
public sealed class AnnexAIndicatorTests
{
    public static TheoryData<string> Indicators => [.. IndicatorList.All.Select(i => i.Code)];

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Cases_AreCountedAsWritten(string code) => IndicatorCaseCheck.Ask(IndicatorList.All.Single(i => i.Code == code), Shapes.All, data => new Child(data));
}
