using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Pages;

namespace Trellis.Web.Tests.Guards;

/// <summary>A page that works through what was sent is drawn once, with all of its answers.</summary>
public sealed class PageDrawingTests
{
    [Fact]
    public async Task HandleEvent_WhileAQuestionWaits_DrawsNothing()
    {
        var page = new Drawn();
        var waits = new TaskCompletionSource();

        var handled = ((IHandleEvent)page).HandleEventAsync(new EventCallbackWorkItem(async () => await waits.Task), null);

        // Drawn, this page fails: nothing holds it. So it was not drawn yet, and is when the answer is there.
        Assert.False(handled.IsCompleted);
        waits.SetResult();
        await Assert.ThrowsAsync<InvalidOperationException>(() => handled);
    }

    private sealed class Drawn : TrellisPage;
}
