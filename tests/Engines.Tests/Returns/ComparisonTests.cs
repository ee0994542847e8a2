using System.Text;
using Trellis.Returns;

namespace Trellis.Engines.Tests.Returns;

public sealed class ComparisonTests
{
    private const string Headings = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";

    [Fact]
    public void Of_ALaterSubmission_TellsMendedSameAndNew()
    {
        var earlier = Check(Headings + "1,,X,,\n2,,X,,\n2,,Y,,\n");
        var later = Check(Headings + "1,,M,,\n2,,X,01/05/2025,\n2,,M,,\n3,,Z,,\n");

        var kind = Comparison.Of(earlier, later).Single(c => c.Rule.Code == "1006");

        Assert.Equal((2, 1, 1), (kind.Fixed, kind.Same, kind.New));
    }

    [Fact]
    public void Of_TheSameTwice_HasNothingMendedAndNothingNew()
    {
        var once = Check(Headings + "1,,X,,\n");

        Assert.All(Comparison.Of(once, Check(Headings + "1,,X,,\n")), c => Assert.Equal((0, 0), (c.Fixed, c.New)));
    }

    [Fact]
    public void Of_ARuleThatWasNotRunOnce_SaysNothingOfIt()
    {
        var without = Check("CHILD,IN_TOUCH\n1,YES\n", "oc3.csv");

        Assert.DoesNotContain(Comparison.Of(without, Check(Headings + "1,,X,,\n")), c => c.Rule.Code == "1006");
    }

    private static CheckResult Check(string text, string name = "missing.csv") =>
        ReturnReader.Read([new ReturnFile(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)))], [], new ReadOptions { Year = 2026 }).Return!.Check();
}
