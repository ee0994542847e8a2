using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Outbox;
using Trellis.StatutoryReturns.Checking;
using Trellis.StatutoryReturns.Explanations;
using Trellis.StatutoryReturns.Uploads;
using Trellis.Testing;

namespace Trellis.Web.Tests.StatutoryReturns;

/// <summary>A return that is kept lies encrypted, opens for those who may, tells who read in it, and is deleted so that it can be proved.</summary>
public sealed class KeptReturnTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly (string, string)[] Keep = [("Form.Keep", "keep"), ("Form.Months", "3")];
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Post_Keep_EncryptsTheFilesAndOpensThemAgain(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var analyst = await host.SignedInAsync(Role.Performance);

        var result = await new SmallReturn { Child = "QUOKKA1" }.CheckAsync(analyst, typed: Keep);

        Assert.Equal("The return is kept.", result.Said);
        var files = await host.InDatabaseAsync(db => db.Set<SealedFile>().Where(f => f.UploadId == IdOf(result)).ToListAsync());
        Assert.Equal(4, files.Count);
        Assert.DoesNotContain(files, f => Encoding.Latin1.GetString(f.Bytes).Contains("QUOKKA1", StringComparison.Ordinal));
        Assert.DoesNotContain("header.csv", Encoding.Latin1.GetString((await host.InDatabaseAsync(db => db.Set<ReturnUpload>().SingleAsync(u => u.Id == IdOf(result)))).FileNames), StringComparison.Ordinal);
        host.App.Services.Get<OpenReturns>().Forget(IdOf(result));
        Assert.Contains("QUOKKA1", (await analyst.GetAsync($"{result.Address.AbsolutePath}/failures?rule=103")).Main, StringComparison.Ordinal);
        Assert.Contains("header.csv, episodes.csv", (await analyst.GetAsync($"{result.Address.AbsolutePath}/access")).Main, StringComparison.Ordinal);
        Assert.False(await host.InDatabaseAsync(db => db.Set<AuditChange>().AnyAsync(c => c.Fields.Contains("QUOKKA1") || c.Fields.Contains("header.csv"))));
    }

    [Theory, OnBothDatabases]
    public async Task Get_KeptReturn_OpensForItsOwnerAndThoseTheyName(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var owner = await host.SignedInAsync(Role.Performance);
        var account = await new AccountBuilder { Name = "Second analyst", Roles = [Role.Performance] }.MakeAsync(host);
        using var other = await AccountBuilder.SignInAsync(host, account);
        var result = await new SmallReturn().CheckAsync(owner, typed: Keep);
        var address = result.Address.AbsolutePath;

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{address}/export.csv")).Status);
        Assert.Contains("Not yours to open", (await other.GetAsync("/returns")).Main, StringComparison.Ordinal);
        var shared = await owner.SendAsync($"{address}/access", "share", ("Form.AccountId", $"{account.Id}"));
        Assert.Equal("They may open it now.", shared.Said);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{address}/delete")).Status);
        await owner.SendAsync($"{address}/access", $"remove-{account.Id:N}");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Post_OpenForAReason_TellsTheOwnerAndEveryReadIsNoted(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var owner = await new AccountBuilder { Name = "First analyst", Roles = [Role.Performance] }.MakeAsync(host);
        using var first = await AccountBuilder.SignInAsync(host, owner);
        using var other = await new AccountBuilder { Name = "Curious analyst", Roles = [Role.Performance] }.SignInAsync(host);
        var result = await new SmallReturn().CheckAsync(first, typed: Keep);
        var address = result.Address.AbsolutePath;

        var refused = await other.SendAsync($"{address}/open", "open", ("Form.Why", "Just so"));
        var opened = await other.SendAsync($"{address}/open", "open", ("Form.Why", "The owner is away and the return is due today"));
        await other.GetAsync($"{address}/children/2");

        Assert.Equal(["Enter why you have to open it, in 20 characters or more"], refused.Errors);
        Assert.Equal("SSDA903 of 2026", opened.Heading);
        var message = await host.InDatabaseAsync(db => db.Set<OutboxMessage>().SingleAsync(m => m.AccountId == owner.Id));
        Assert.Contains("The owner is away and the return is due today", message.Text, StringComparison.Ordinal);
        var reads = (await first.GetAsync($"{address}/access")).Main;
        Assert.Contains("Curious analystThe rows of one childA1003", reads, StringComparison.Ordinal);
        Assert.True(await host.InDatabaseAsync(db => db.Set<AuditEntry>().AnyAsync(e => e.Why == "The owner is away and the return is due today")));
    }

    [Theory, OnBothDatabases]
    public async Task Post_Delete_ProvesThatNothingIsLeft(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var analyst = await host.SignedInAsync(Role.Performance);
        var result = await new SmallReturn().CheckAsync(analyst, typed: Keep);
        await analyst.GetAsync($"{result.Address.AbsolutePath}/children/2");
        var id = IdOf(result);
        var hash = await host.InDatabaseAsync(db => db.Set<ReturnUpload>().Where(u => u.Id == id).Select(u => u.SealedHash).SingleAsync());

        var deleted = await analyst.SendAsync($"{result.Address.AbsolutePath}/delete", "delete");

        Assert.Contains("Nothing of its files is left. Trellis has just looked.", deleted.Main, StringComparison.Ordinal);
        Assert.Contains(hash, deleted.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync(result.Address.AbsolutePath)).Status);
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Set<SealedFile>().CountAsync(f => f.UploadId == id)));
        Assert.False(await host.InDatabaseAsync(db => db.Set<SubjectKey>().AnyAsync(k => k.SubjectId == id)));
        Assert.Contains(id, host.App.Services.Get<ErasedSubjects>().All());
        var read = (await host.InScopeAsync(s => s.Get<ReadLog>().OfAsync(id, null, default))).Items.First(r => r.What == "The rows of one child");
        Assert.Null(read.Whose);
        Assert.Contains("Deleted on 1 June 2026", (await analyst.GetAsync("/returns")).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task EraseDue_AfterTheDayOrWithoutAKey_DeletesTheFiles(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartToLeapAsync(kind);
        using var analyst = await host.SignedInAsync(Role.Performance);
        var timed = IdOf(await new SmallReturn().CheckAsync(analyst, typed: [("Form.Keep", "keep"), ("Form.Months", "1")]));
        var restored = IdOf(await new SmallReturn().CheckAsync(analyst, typed: Keep));
        var stays = IdOf(await new SmallReturn().CheckAsync(analyst, typed: Keep));

        // As after an older backup was restored: the row is back, and its key is destroyed again.
        await host.InScopeAsync(s => s.Get<SubjectErasing>().EraseAsync(restored, () => Task.CompletedTask, default));
        var first = await EraseAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(31));
        var second = await EraseAsync(host);

        Assert.Equal((1, 1), (first, second));
        Assert.Equal([stays], await host.InDatabaseAsync(db => db.Set<SealedFile>().Select(f => f.UploadId).Distinct().ToListAsync()));
        Assert.True((await host.InDatabaseAsync(db => db.Set<ReturnUpload>().SingleAsync(u => u.Id == timed))).IsErased);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Explain_ComesBackNextTimeUntilTheRowSaysSomethingElse(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var analyst = await host.SignedInAsync(Role.Performance);
        var small = new SmallReturn { Child = $"E{(int)kind}" };
        var result = await small.CheckAsync(analyst, typed: Keep);
        var failure = await analyst.GetAsync((await analyst.GetAsync($"{result.Address.AbsolutePath}/failures?rule=103")).Document.QuerySelector("tbody td a")!.GetAttribute("href")!);

        var empty = await analyst.SendAsync(failure, "explain", ("Form.Reason", " "));
        var explained = await analyst.SendAsync(failure, "explain", ("Form.Reason", "The family has not been asked"));

        Assert.Equal(["Enter why it is right as it is, in up to 1000 characters"], empty.Errors);
        Assert.Equal("The explanation is saved.", explained.Said);
        Assert.DoesNotContain("family", Encoding.UTF8.GetString((await host.InDatabaseAsync(db => db.Set<Explanation>().OrderByDescending(e => e.At).FirstAsync())).Row), StringComparison.Ordinal);
        var next = (await small.CheckAsync(analyst, typed: Keep)).Address.AbsolutePath;
        Assert.Contains("None is like this", (await analyst.GetAsync($"{next}/failures?rule=103")).Main, StringComparison.Ordinal);
        var shown = await analyst.GetAsync($"{next}/failures?rule=103&explained=yes");
        Assert.Contains("The family has not been asked", shown.Main, StringComparison.Ordinal);
        var other = (await new SmallReturn { Child = small.Child, Ethnic = "YYYY" }.CheckAsync(analyst, typed: Keep)).Address.AbsolutePath;
        Assert.Contains("1 failure", (await analyst.GetAsync($"{other}/failures?rule=103")).Main, StringComparison.Ordinal);
        await analyst.SendAsync(shown.Document.QuerySelector("tbody td a")!.GetAttribute("href")!, "take-back");
        Assert.Contains("1 failure", (await analyst.GetAsync($"{next}/failures?rule=103")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ExplainWhatIsNotKept_IsRefused()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var analyst = await host.SignedInAsync(Role.Performance);
        var result = await new SmallReturn().CheckAsync(analyst);
        var given = host.App.Services.Get<OpenReturns>().Find(IdOf(result))!;

        var refused = await host.InScopeAsync(s => s.Get<ExplanationService>().ExplainAsync(given, 0, "It is so", Made, default));

        Assert.Equal("This return is not kept, and neither would the explanation be. Check it again and keep it", Assert.Single(refused.Errors).Message);
        Assert.Null((await analyst.GetAsync($"{result.Address.AbsolutePath}/failures/0")).Document.QuerySelector("textarea"));
    }

    [Theory, OnBothDatabases]
    public async Task Post_Assign_PutsTheFailuresOntoSomebodysStartPage(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var owner = await host.SignedInAsync(Role.Performance);
        var account = await new AccountBuilder { Name = "Mending analyst", Roles = [Role.Performance] }.MakeAsync(host);
        using var other = await AccountBuilder.SignInAsync(host, account);
        var result = await new SmallReturn().CheckAsync(owner, typed: Keep);
        var list = await owner.GetAsync($"{result.Address.AbsolutePath}/failures?rule=103");

        var nobody = await owner.SendAsync(list, "assign");
        var given = await owner.SendAsync(list, "assign", ("Form.AccountId", $"{account.Id}"));

        Assert.Equal(["Choose who shall look at these"], nobody.Errors);
        Assert.Equal("They will find these failures on their start page.", given.Said);
        var home = await other.GetAsync("/");
        Assert.Contains("1 failure in the SSDA903 of 2026", home.Main, StringComparison.Ordinal);
        var mine = await other.GetAsync($"{result.Address.AbsolutePath}/failures?rule=103");
        Assert.Contains("A1003", mine.Main, StringComparison.Ordinal);
        var assignment = await host.InDatabaseAsync(db => db.Set<Assignment>().SingleAsync(a => a.AccountId == account.Id));
        await other.SendAsync(mine, $"finish-{assignment.Id:N}");
        Assert.DoesNotContain("1 failure in the SSDA903", (await other.GetAsync("/")).Main, StringComparison.Ordinal);
    }

    private static Task<int> EraseAsync(TrellisHost host) => host.InScopeAsync(s => s.Get<UploadService>().EraseDueAsync(Made, default));

    private static Guid IdOf(PageAnswer page) => Guid.Parse(page.Address.AbsolutePath.Split('/')[2]);
}
