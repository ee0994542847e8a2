using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Outbox;
using Trellis.Testing;

namespace Trellis.Web.Tests.Outbox;

/// <summary>Messages leave by a mail server: once, to the right person, and again after a failure.</summary>
public sealed class SendingTests
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Send_MessageThatWaits_ReachesItsPersonOnceWithWholeLinks(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var host = await TrellisHost.StartAsync(kind, settings: server.Settings);
        var id = await StageAsync(host, "ann@example.gov.uk", "A milestone is late", "Look at it:\n/plan/play/milestones/M-1 (or /plans), and 5/6 stays.\n");

        Assert.Equal(1, await SendAsync(host));
        Assert.Equal(0, await SendAsync(host));

        var letter = Assert.Single(server.Letters);
        Assert.Equal(("plan@example.gov.uk", "ann@example.gov.uk"), (letter.From, Assert.Single(letter.To)));
        Assert.Contains("Subject: A milestone is late", letter.Headers, StringComparison.Ordinal);
        Assert.Contains("\r\nhttps://plan.example.gov.uk/plan/play/milestones/M-1 (or https://plan.example.gov.uk/plans), and 5/6 stays.", letter.Text, StringComparison.Ordinal);
        Assert.Equal(host.Clock.GetUtcNow().ToUnixTimeMilliseconds(), (await MessageAsync(host, id)).SentAt!.Value.ToUnixTimeMilliseconds());
    }

    [Theory, OnBothDatabases]
    public async Task Send_WithoutBeingAsked_HappensWithinAMinute(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var host = await TrellisHost.StartAsync(kind, settings: server.Settings);
        var id = await StageAsync(host, "ann@example.gov.uk", "News", "/plans");

        while ((await MessageAsync(host, id)).SentAt is null)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(15));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Single(server.Letters);
    }

    [Theory, OnBothDatabases]
    public async Task Send_ByTwoNodesAtOnce_SendsEachMessageOnce(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var host = await TrellisHost.StartAsync(kind, settings: server.Settings);
        var account = await new AccountBuilder().MakeAsync(host);
        const int Many = 60;
        await host.InScopeAsync(async services =>
        {
            services.Get<AppDbContext>().AddNewInBulk(Enumerable.Range(1, Many).Select(i => OutboxService.New(services.Get<TimeProvider>(), account.Id, $"Number {i}", "/plans")));
            await services.Get<AppDbContext>().SaveAsync(Made, default);
        });

        var sent = await Task.WhenAll(SendAsync(host), SendAsync(host), SendAsync(host));
        var rest = await SendAsync(host);

        Assert.Equal(Many, sent.Sum() + rest);
        Assert.Equal(Many, server.Letters.Select(l => l.Headers.Split("Subject: ")[1].Split('\r')[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Many, server.Letters.Count);
    }

    [Theory, OnBothDatabases]
    public async Task Send_ToAServerThatFails_WaitsLongerEachTimeAndIsSentInTheEnd(DatabaseKind kind)
    {
        await using var server = new MailServer { HangsUp = true };
        await using var host = await TrellisHost.StartAsync(kind, settings: server.Settings);
        var id = await StageAsync(host, "ann@example.gov.uk", "News", "/plans");

        Assert.Equal(0, await SendAsync(host));
        var first = await MessageAsync(host, id);
        Assert.Equal((1, DeliveryFault.NoAnswer, TimeSpan.FromMinutes(1)), (first.Tries, first.Fault, Pause(host, first)));
        (server.HangsUp, server.Refusal) = (false, "451 ann@example.gov.uk must wait");
        Assert.Equal(0, await SendAsync(host));
        Assert.Equal(1, (await MessageAsync(host, id)).Tries);
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        await SendAsync(host);
        await UntilAsync(host, id, m => m.Tries == 2);
        Assert.Equal(DeliveryFault.ServerRefused, (await MessageAsync(host, id)).Fault);
        server.Refusal = null;
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await SendAsync(host);
        await UntilAsync(host, id, m => m.SentAt is not null);

        Assert.Single(server.Letters);
        var logs = Directory.EnumerateFiles(host.Folder, "log*.json").Select(f => new StreamReader(new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)).ReadToEnd());
        Assert.DoesNotContain(logs, log => log.Contains("ann@", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Send_ToAnUnknownAddressOrAClosedAccount_IsNotTriedAgain(DatabaseKind kind)
    {
        await using var server = new MailServer { Refusal = "550 No such person" };
        await using var host = await TrellisHost.StartAsync(kind, settings: server.Settings);
        var unknown = await StageAsync(host, "gone@example.gov.uk", "News", "/plans");
        var closed = await StageAsync(host, "closed@example.gov.uk", "News", "/plans", close: true);

        await SendAsync(host);

        Assert.Equal((OutboxService.MostTries, DeliveryFault.AddressRefused), ((await MessageAsync(host, unknown)).Tries, (await MessageAsync(host, unknown)).Fault));
        Assert.Equal((OutboxService.MostTries, DeliveryFault.AccountClosed), ((await MessageAsync(host, closed)).Tries, (await MessageAsync(host, closed)).Fault));
        Assert.Empty(server.Letters);
    }

    [Theory, OnBothDatabases]
    public async Task Send_ToAServerWithoutTls_SendsNothingInTheClear(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var host = await TrellisHost.StartAsync(kind, settings: [.. server.Settings, "--Mail:StartTls=true"]);
        var id = await StageAsync(host, "ann@example.gov.uk", "News", "/plans");

        await SendAsync(host);

        Assert.Empty(server.Letters);
        Assert.Equal((1, DeliveryFault.SignInRefused), ((await MessageAsync(host, id)).Tries, (await MessageAsync(host, id)).Fault));
    }

    [Theory, OnBothDatabases]
    public async Task PassOn_MessageThatAServerIsSetUpFor_IsNotSentAnyMore(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var host = await TrellisHost.StartAsync(kind, settings: server.Settings);
        var id = await StageAsync(host, "ann@example.gov.uk", "News", "/plans");
        using var visitor = await host.SignedInAsync(Role.Performance);

        var list = await visitor.GetAsync("/administration/outbox");
        await visitor.SendAsync($"/administration/outbox/{id}", "pass-on");
        await SendAsync(host);

        Assert.Contains("E-mail is set up", list.Main, StringComparison.Ordinal);
        Assert.Empty(server.Letters);
    }

    [Theory, OnBothDatabases]
    public async Task Send_SubjectWithLineBreaks_AddsNoHeader(DatabaseKind kind)
    {
        await using var server = new MailServer();
        await using var host = await TrellisHost.StartAsync(kind, settings: server.Settings);
        var account = await new AccountBuilder().MakeAsync(host);
        await host.InScopeAsync(async services =>
        {
            // Past the service, which would have cleaned it.
            var db = services.Get<AppDbContext>();
            db.Add(new OutboxMessage { Id = ThingId.New(host.Clock), AccountId = account.Id, Subject = "News\r\nBcc: other@example.com\r\n\r\nBody", Text = "/plans", WrittenAt = host.Clock.GetUtcNow() });
            await db.SaveAsync(Made, default);
        });

        await SendAsync(host);

        var letter = Assert.Single(server.Letters);
        Assert.Single(letter.To);
        Assert.DoesNotContain(letter.Headers.Split("\r\n"), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Mail:From", "--Mail:Host=mail.example.gov.uk", "--Site:Address=https://plan.example.gov.uk")]
    [InlineData("Site:Address", "--Mail:Host=mail.example.gov.uk", "--Mail:From=plan@example.gov.uk")]
    [InlineData("Site:Address", "--Site:Address=plan.example.gov.uk")]
    [InlineData("Mail:Port", "--Mail:Host=mail.example.gov.uk", "--Mail:Port=smtp")]
    [InlineData("TLS", "--Mail:Host=mail.example.gov.uk", "--Mail:From=plan@example.gov.uk", "--Site:Address=https://plan.example.gov.uk", "--Mail:User=u", "--Mail:Password=p", "--Mail:StartTls=false")]
    public async Task Start_MailSettingsThatCannotBeUsed_FailsAndSaysWhich(string said, params string[] settings)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => TrellisHost.StartAsync(settings: settings));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    private static TimeSpan Pause(TrellisHost host, OutboxMessage message) => TimeSpan.FromSeconds(Math.Round((message.NotBefore!.Value - host.Clock.GetUtcNow()).TotalSeconds));

    private static Task<int> SendAsync(TrellisHost host) => host.InScopeAsync(services => services.Get<OutboxSender>().SendDueAsync(default));

    private static Task<OutboxMessage> MessageAsync(TrellisHost host, Guid id) => host.InDatabaseAsync(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.Id == id));

    /// <summary>The clock also wakes the program's own round, which may have got there first.</summary>
    private static async Task UntilAsync(TrellisHost host, Guid id, Func<OutboxMessage, bool> isSo)
    {
        while (!isSo(await MessageAsync(host, id)))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<Guid> StageAsync(TrellisHost host, string email, string subject, string text, bool close = false)
    {
        var account = await new AccountBuilder { Email = email }.MakeAsync(host);
        return await host.InScopeAsync(async services =>
        {
            var message = services.Get<OutboxService>().Stage(account.Id, subject, text);
            await services.Get<AppDbContext>().SaveAsync(Made, default);
            if (close)
            {
                await services.Get<AccountService>().CloseAsync(account.Id, true, Made, default);
            }

            return message.Id;
        });
    }
}
