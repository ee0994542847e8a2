using Trellis.Plans.Pages.Items;

namespace Trellis.Modules.Tests.Plans;

public sealed class ProseTests
{
    [Fact]
    public void Of_ParagraphsAndBullets_AreBlocksInOrder()
    {
        var blocks = ProseBlock.Of("First line\nof one paragraph\n\n- one\n- two\nstill two\n\nLast").ToList();
        Assert.Equal([false, true, false], blocks.Select(b => b.IsList));
        Assert.Equal(["First line", "of one paragraph"], blocks[0].Lines);
        Assert.Equal(["one", "two still two"], blocks[1].Lines);
        Assert.Equal(["Last"], blocks[2].Lines);
    }

    [Fact]
    public void Of_BulletsRightAfterAParagraph_BeginAList() =>
        Assert.Equal([false, true], ProseBlock.Of("We will:\n- act").Select(b => b.IsList));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    public void Of_NothingWritten_IsNoBlock(string text) => Assert.Empty(ProseBlock.Of(text));
}
