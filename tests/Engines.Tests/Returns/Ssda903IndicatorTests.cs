using Trellis.Returns.Ssda903;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Every indicator of the SSDA903 has cases of its own, written beside it.</summary>
public sealed class Ssda903IndicatorTests
{
    public static TheoryData<string> Indicators => [.. IndicatorList.All.Select(i => i.Code)];

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Cases_AreCountedAsWritten(string code) => IndicatorCaseCheck.Ask(IndicatorList.All.Single(i => i.Code == code), Shapes.All, data => new Child(data));
}
