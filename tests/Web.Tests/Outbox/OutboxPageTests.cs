using System.Net;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Outbox;
using Trellis.Testing;

namespace Trellis.Web.Tests.Outbox;

/// <summary>Without a mail server, somebody passes the messages on.</summary>
public sealed class OutboxPageTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private const string Address = "/administration/outbox";
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Get_MessageThatWaits_CanBeCopiedAndMarkedOnce(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var message = await StageAsync(host, "Two milestones are late", "Look at them: /plans");
        using var visitor = await host.SignedInAsync(Role.Performance);

        var list = await visitor.GetAsync(Address);
        Assert.Contains("E-mail is not set up", list.Main, StringComparison.Ordinal);
        var page = await visitor.GetAsync(list.Link("Two milestones are late"));
        Assert.Equal($"Look at them: {host.Address}plans", page.Field("text"));
        using var other = await host.SignedInAsync(Role.Administrator);
        var seenByOther = await other.GetAsync($"{Address}/{message.Id}");
        var passed = await visitor.SendAsync(page, "pass-on");
        var again = await other.SendAsync(seenByOther, "pass-on");

        Assert.Equal("The message is marked as passed on", passed.Said);
        Assert.Equal(["This message was sent or passed on already"], again.Errors);
        Assert.DoesNotContain("Two milestones are late", (await visitor.GetAsync(Address)).Main, StringComparison.Ordinal);
        var sent = await visitor.GetAsync(Address + "?show=Sent");
        Assert.Contains("Two milestones are late Priya Shah 1 June 2026, 10:00 Passed on 1 June 2026, 10:00", sent.Main, StringComparison.Ordinal);
        var history = await visitor.GetAsync($"{Address}/{message.Id}");
        Assert.Contains("Passed a message on", history.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Get_UserDoesNotHavePermission_ReturnsForbidden(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var message = await StageAsync(host, "For somebody", "/plans");
        using var visitor = await host.SignedInAsync(Role.Head, Role.LeadOfficer, Role.Reader);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"{Address}/{message.Id}")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Stage_MessagesInBulk_KeepsTheirTextOutOfTheAudit(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var message = OutboxService.New(host.Clock, (await new AccountBuilder().MakeAsync(host)).Id, "In bulk\r\nand one line", "A text of its own");
        await host.InScopeAsync(async services =>
        {
            services.Get<AppDbContext>().AddNewInBulk([message]);
            await services.Get<AppDbContext>().SaveAsync(Made, default);
        });

        var entry = Assert.Single(await host.InScopeAsync(services => services.Get<Trellis.Kernel.Audit.History>().OfAsync([message.Id], 10, default)));
        Assert.Contains(entry.Fields, f => (f.Name, f.After) == ("Subject", "In bulk  and one line"));
        Assert.Contains(entry.Fields, f => (f.Name, f.After) == ("Text", "(not kept)"));
    }

    private static async Task<OutboxMessage> StageAsync(TrellisHost host, string subject, string text)
    {
        var account = await new AccountBuilder().MakeAsync(host);
        return await host.InScopeAsync(async services =>
        {
            var message = services.Get<OutboxService>().Stage(account.Id, subject, text);
            await services.Get<AppDbContext>().SaveAsync(Made, default);
            return message;
        });
    }
}
