using System.Net;
using Trellis.Kernel.Access;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Web.Tests.Plans;

/// <summary>Taking items out and bringing them back, and giving them another place.</summary>
public sealed class ItemTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory, OnBothDatabases]
    public async Task Post_TakenOutAndBroughtBack_StandsWhereItWasWithWhatWentWithIt(DatabaseKind kind)
    {
        var (plan, visitor) = await StartAsync(kind);
        using var _ = visitor;
        await visitor.SendAsync($"/plan/{plan.Address}/milestones/M-4/withdraw", "withdraw", ("Form.Why", "Nobody wants it"));
        var before = await visitor.JsonOfAsync(plan);
        var address = $"/plan/{plan.Address}/actions/KA-1/withdraw";
        Assert.Equal(["Say why in a sentence"], (await visitor.SendAsync(address, "withdraw")).Errors);

        var gone = await visitor.SendAsync(address, "withdraw", ("Form.Why", "Too dear"));

        Assert.Equal("It was taken out of the plan.", gone.Said);
        Assert.Contains("This key action was taken out of the plan", gone.Main, StringComparison.Ordinal);
        Assert.Equal(["KA-2", "M-5"], await PlacesAsync(visitor, plan));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/plan/{plan.Address}/actions/KA-1/edit")).Status);

        var back = await visitor.SendAsync(address, "withdraw", ("Form.Why", "The money came"));

        Assert.Equal("It is back in the plan.", back.Said);
        Assert.Equal(before, await visitor.JsonOfAsync(plan));
        Assert.Contains("The money came", back.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_BringBackBelowWhatIsOut_IsRefused(DatabaseKind kind)
    {
        var (plan, visitor) = await StartAsync(kind);
        using var _ = visitor;
        await visitor.SendAsync($"/plan/{plan.Address}/objectives/O-1/withdraw", "withdraw", ("Form.Why", "Not now"));

        var refused = await visitor.SendAsync($"/plan/{plan.Address}/milestones/M-1/withdraw", "withdraw", ("Form.Why", "But this"));

        Assert.Equal(["What it stands under was taken out too. Bring that back first"], refused.Errors);
        Assert.Empty(await PlacesAsync(visitor, plan));
    }

    [Theory, OnBothDatabases]
    public async Task Post_TwoPeopleTakeTheSameOut_SecondDoesNotBringItBack(DatabaseKind kind)
    {
        var (plan, visitor) = await StartAsync(kind);
        using var _ = visitor;
        var address = $"/plan/{plan.Address}/actions/KA-1/withdraw";
        var seen = await visitor.GetAsync(address);
        await visitor.SendAsync(address, "withdraw", ("Form.Why", "Too dear"));

        var second = await visitor.SendAsync(seen, "withdraw", ("Form.Why", "Too late"));

        Assert.Equal("Somebody else took it out of the plan already.", second.Said);
        Assert.Equal(["KA-2", "M-5"], await PlacesAsync(visitor, plan));
    }

    [Theory, OnBothDatabases]
    public async Task Post_MilestoneUnderAnotherAction_GoesToItsEnd(DatabaseKind kind)
    {
        var (plan, visitor) = await StartAsync(kind);
        using var _ = visitor;
        var address = $"/plan/{plan.Address}/milestones/M-1/move";
        Assert.Equal(["Choose where it should stand"], (await visitor.SendAsync(address, "move", ("Form.Under", "O-1"))).Errors);

        var moved = await visitor.SendAsync(address, "move", ("Form.Under", "KA-2"));

        Assert.Equal("It was moved.", moved.Said);
        Assert.Contains("Mend the playgrounds", moved.Main, StringComparison.Ordinal);
        Assert.Equal(["KA-1", "M-2", "M-3", "M-4", "KA-2", "M-5", "M-1"], await PlacesAsync(visitor, plan));
    }

    [Theory, OnBothDatabases]
    public async Task Post_StepsUpAndDown_ChangeTheOrderHoweverOften(DatabaseKind kind)
    {
        var (plan, visitor) = await StartAsync(kind);
        using var _ = visitor;
        var action = $"/plan/{plan.Address}/actions/KA-1";

        Assert.Equal("The order was changed.", (await visitor.SendAsync(action, "order", ("Step", "up M-3"))).Said);
        Assert.Equal(["KA-1", "M-1", "M-3", "M-2", "M-4", "KA-2", "M-5"], await PlacesAsync(visitor, plan));
        await visitor.SendAsync($"/plan/{plan.Address}/objectives/O-1", "order", ("Step", "down KA-1"));
        Assert.Equal(["KA-2", "M-5", "KA-1", "M-1", "M-3", "M-2", "M-4"], await PlacesAsync(visitor, plan));

        // Each step halves the room between two others; when there is none left they all move apart.
        for (var time = 0; time < 12; time++)
        {
            await visitor.SendAsync(action, "order", ("Step", "down M-3"));
            await visitor.SendAsync(action, "order", ("Step", "up M-3"));
        }

        Assert.Equal(["KA-2", "M-5", "KA-1", "M-1", "M-3", "M-2", "M-4"], await PlacesAsync(visitor, plan));
        // The first can go no further.
        await visitor.SendAsync(action, "order", ("Step", "up M-1"));
        Assert.Equal(["KA-2", "M-5", "KA-1", "M-1", "M-3", "M-2", "M-4"], await PlacesAsync(visitor, plan));
    }

    [Fact]
    public async Task GetAndPost_AsReader_ChangeNothing()
    {
        var (plan, visitor) = await StartAsync(DatabaseKind.Sqlite);
        using var _ = visitor;
        using var reader = await (await databases.OnAsync(DatabaseKind.Sqlite)).SignedInAsync(Role.Reader);
        foreach (var page in new[] { "milestones/M-1/move", "milestones/M-1/withdraw", "actions/KA-1/edit", "add/priorities" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"/plan/{plan.Address}/{page}")).Status);
        }

        var before = await PlacesAsync(visitor, plan);
        var step = FilledForm.Of(await reader.GetAsync($"/plan/{plan.Address}/actions/KA-1"), "order");
        step.Fields.Add(KeyValuePair.Create("Step", "down M-1"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(step)).Status);
        Assert.Equal(before, await PlacesAsync(visitor, plan));
    }

    private async Task<(Plan Plan, Visitor Visitor)> StartAsync(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        return (await new PlanBuilder().MakeAsync(host), await host.SignedInAsync(Role.Performance));
    }

    /// <summary>The references of actions and milestones in the plan's order.</summary>
    private static async Task<List<string>> PlacesAsync(Visitor visitor, Plan plan) => [.. (await visitor.ItemsOfAsync(plan, "KA", "M")).Select(i => i.Reference)];
}
