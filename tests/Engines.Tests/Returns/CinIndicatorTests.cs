using Trellis.Returns.Cin;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Every indicator of the CIN census has cases of its own, written beside it.</summary>
public sealed class CinIndicatorTests
{
    public static TheoryData<string> Indicators => [.. IndicatorList.All.Select(i => i.Code)];

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Cases_AreCountedAsWritten(string code) => IndicatorCaseCheck.Ask(IndicatorList.All.Single(i => i.Code == code), Shapes.All, data => new Child(data));
}
