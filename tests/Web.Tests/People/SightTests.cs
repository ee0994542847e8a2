using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Outbox;
using Trellis.People.Linking;
using Trellis.People.Records;
using Trellis.People.Searching;
using Trellis.People.Sight;
using Trellis.Testing;

namespace Trellis.Web.Tests.People;

/// <summary>That a record exists is one thing, what it says another; and who is sealed is not there.</summary>
public sealed class SightTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Search_Misspelt_ShowsNamesToTheOwnAgencyAndToOthersThatARecordExists(DatabaseKind kind)
    {
        var (host, police, _) = await WithAsync(kind, "P1,Marguerite,Fenwick,2011-02-03,F,1 High Street,AB1 2CD,");
        var (own, _) = await ExtractBuilder.WorkerAsync(host, police);
        var (other, _) = await ExtractBuilder.WorkerAsync(host, await ExtractBuilder.AgencyAsync(host, "Health"));

        var seen = await own.SendAsync("/people", "search", ("Form.Typed", "margarite fennwick 3/2/2011"));
        var known = await other.SendAsync("/people", "search", ("Form.Typed", "margarite fennwick 3/2/2011"));

        Assert.Contains("Marguerite Fenwick", seen.Main, StringComparison.Ordinal);
        Assert.Contains($"born 2011-02-03, AB1 2CD, held by {police.Name}", seen.Main, StringComparison.Ordinal);
        Assert.Contains($"Somebody who fits", known.Main, StringComparison.Ordinal);
        Assert.Contains($"held by {police.Name}", known.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Marguerite", known.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("AB1 2CD", known.Main, StringComparison.Ordinal);
        var page = await other.GetAsync(PersonLink(known));
        Assert.Contains("Not yours to read", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Marguerite", page.Main, StringComparison.Ordinal);
        Assert.True(await host.InDatabaseAsync(db => db.Set<RecordRead>().AnyAsync(r => r.RecordId == PeopleSearch.Log && r.What == "A search for a person")));
        own.Dispose();
        other.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task BreakGlass_WithAReason_OpensItAndTellsTheManagers(DatabaseKind kind)
    {
        var (host, _, person) = await WithAsync(kind, "P1,Leopold,Gaskell,2012-02-03,M,1 High Street,AB1 2CD,");
        var (other, _) = await ExtractBuilder.WorkerAsync(host, await ExtractBuilder.AgencyAsync(host, "Health"));
        var (manager, account) = await ExtractBuilder.WorkerAsync(host, null, Role.HubManager);

        var refused = await other.SendAsync($"/people/{person.Address}", "open", ("Form.Why", "want to"));
        var opened = await other.SendAsync($"/people/{person.Address}", "open", ("Form.Why", "A call says that he is alone at home tonight"));

        Assert.Contains(refused.Errors, e => e.StartsWith("Say why you need to see it", StringComparison.Ordinal));
        Assert.Contains("Leopold Gaskell", opened.Main, StringComparison.Ordinal);
        var told = Assert.Single(await host.InDatabaseAsync(db => db.Set<OutboxMessage>().Where(m => m.AccountId == account.Id).Select(m => m.Text).ToListAsync()));
        Assert.EndsWith($"/people/{person.Address}/involved", told, StringComparison.Ordinal);
        Assert.Contains("A call says that he is alone at home tonight", (await manager.GetAsync($"/people/{person.Address}/involved")).Main, StringComparison.Ordinal);
        host.Clock.Advance(SightService.BreakGlass);
        Assert.DoesNotContain("Leopold", (await (await AgainAsync(host, await ExtractBuilder.AgencyAsync(host, "Health"))).GetAsync($"/people/{person.Address}")).Main, StringComparison.Ordinal);
        manager.Dispose();
        other.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Restricted_ToOthers_IsNotThereAtAll(DatabaseKind kind)
    {
        var (host, police, person) = await WithAsync(kind, "P1,Philippa,Ravenscroft,2013-02-03,F,1 High Street,AB1 2CD,", "P2,Philipa,Ravenscroft,2013-02-03,F,1 High Street,AB1 2CD,");
        var (own, _) = await ExtractBuilder.WorkerAsync(host, police);
        var (manager, managerAccount) = await ExtractBuilder.WorkerAsync(host, police, Role.HubManager);
        var before = await own.SendAsync("/people", "search", ("Form.Typed", "philippa ravenscroft 2013-02-03"));
        var matchesBefore = await own.GetAsync("/people/matches");

        foreach (var one in await PersonsAsync(host, police))
        {
            Assert.Equal("The seal is set.", (await manager.SendAsync($"/people/{one.Address}/seals", "seal", ("Form.Kind", "Restricted"), ("Form.Why", "A member of staff"))).Said);
        }

        var after = await own.SendAsync("/people", "search", ("Form.Typed", "philippa ravenscroft 2013-02-03"));
        Assert.Contains("Ravenscroft", before.Main, StringComparison.Ordinal);
        Assert.Contains("Ravenscroft", matchesBefore.Main, StringComparison.Ordinal);
        Assert.Contains("Nobody is found", after.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Ravenscroft", (await own.GetAsync("/people/matches")).Main, StringComparison.Ordinal);
        foreach (var part in new[] { "", "/family", "/time" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/people/{person.Address}{part}")).Status);
        }

        Assert.Contains("Philippa Ravenscroft", (await manager.SendAsync("/people", "search", ("Form.Typed", "philippa ravenscroft 2013-02-03"))).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("A member of staff", string.Join(' ', await host.InDatabaseAsync(db => db.Set<AuditChange>().Select(c => c.Fields).ToListAsync())), StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, managerAccount.Id);
        own.Dispose();
        manager.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task NeverTogether_TwoIdentitiesOfOneChild_NeverShowBesideEachOther(DatabaseKind kind)
    {
        var (host, police, _) = await WithAsync(kind, "P1,Isadora,Blackwood,2015-06-07,F,1 High Street,AB1 2CD,", "P2,Isadora,Greenaway,2015-06-07,F,8 Park Row,AB8 2CD,");
        var (own, _) = await ExtractBuilder.WorkerAsync(host, police);
        var (manager, _) = await ExtractBuilder.WorkerAsync(host, police, Role.HubManager);
        var persons = await PersonsAsync(host, police);
        var before = await own.SendAsync("/people", "search", ("Form.Typed", "isadora 2015-06-07"));

        var sealing = await manager.SendAsync($"/people/{persons[0].Address}/seals", "seal", ("Form.Kind", "NeverTogether"), ("Form.Other", persons[1].Address), ("Form.Why", "Adopted"));

        Assert.Equal("The seal is set.", sealing.Said);
        var after = await own.SendAsync("/people", "search", ("Form.Typed", "isadora 2015-06-07"));
        Assert.Equal(2, before.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Single(after.Document.QuerySelectorAll("tbody tr"));
        await new ExtractBuilder { Rows = ["P1,Isadora,Greenaway,2015-06-07,F,8 Park Row,AB8 2CD,", "P2,Isadora,Greenaway,2015-06-07,F,8 Park Row,AB8 2CD,"] }.TakeInAsync(host, police);
        Assert.Equal(2, (await PersonsAsync(host, police)).Count);
        var records = await host.InDatabaseAsync(db => db.Set<AgencyRecord>().Where(r => r.AgencyId == police.Id).Select(r => r.Id).ToListAsync());
        Assert.False(await host.InDatabaseAsync(db => db.Set<PossibleMatch>().AnyAsync(m => m.ClosedAt == null && records.Contains(m.FirstId) && records.Contains(m.SecondId) && m.At == host.Clock.GetUtcNow())));
        own.Dispose();
        manager.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task ProtectedAddress_ToOthers_ShowsNowhere(DatabaseKind kind)
    {
        var (host, police, person) = await WithAsync(kind, "P1,Araminta,Holloway,2010-06-07,F,17 Secret Street,QX1 2CD,");
        var (own, _) = await ExtractBuilder.WorkerAsync(host, police);
        var (manager, _) = await ExtractBuilder.WorkerAsync(host, police, Role.HubManager);
        Assert.Contains("QX1 2CD", (await own.GetAsync($"/people/{person.Address}")).Main, StringComparison.Ordinal);

        await manager.SendAsync($"/people/{person.Address}/seals", "seal", ("Form.Kind", "ProtectedAddress"), ("Form.Why", "Refuge"));

        var search = await own.SendAsync("/people", "search", ("Form.Typed", "araminta holloway"));
        var page = await own.GetAsync($"/people/{person.Address}");
        var record = await own.GetAsync(page.Document.QuerySelectorAll("main td a").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/people/records/", StringComparison.Ordinal)));
        foreach (var shown in new[] { search, page, record, await own.GetAsync($"/people/{person.Address}/family"), await own.GetAsync($"/people/{person.Address}/time") })
        {
            Assert.DoesNotContain("QX1 2CD", shown.Document.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Secret Street", shown.Document.Source.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Araminta Holloway", page.Main, StringComparison.Ordinal);
        Assert.Contains("QX1 2CD", (await manager.GetAsync($"/people/{person.Address}")).Main, StringComparison.Ordinal);
        own.Dispose();
        manager.Dispose();
    }

    [Fact]
    public async Task Suggest_WhileTyping_TellsNoMoreThanTheSearch()
    {
        var (host, police, _) = await WithAsync(DatabaseKind.Sqlite, "P1,Thaddeus,Wetherby,2011-02-03,M,1 High Street,AB1 2CD,");
        var (own, _) = await ExtractBuilder.WorkerAsync(host, police);
        var (other, _) = await ExtractBuilder.WorkerAsync(host, null);

        Assert.Contains("Thaddeus Wetherby", await SuggestAsync(own, "thadeus wetherby"), StringComparison.Ordinal);
        Assert.DoesNotContain("Thaddeus", await SuggestAsync(other, "thadeus wetherby"), StringComparison.Ordinal);
        Assert.Equal("[]", await SuggestAsync(own, ""));
        own.Dispose();
        other.Dispose();
    }

    private static async Task<string> SuggestAsync(Visitor visitor, string typed)
    {
        var token = (await visitor.GetAsync("/people")).Field("__RequestVerificationToken");
        using var sent = new FormUrlEncodedContent([KeyValuePair.Create("typed", typed), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await visitor.Http.PostAsync(new Uri("/people/suggest", UriKind.Relative), sent);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetRawText();
    }

    private async Task<(TrellisHost Host, Agency Agency, Person Person)> WithAsync(DatabaseKind kind, params string[] rows)
    {
        var host = await databases.OnAsync(kind);
        var agency = await ExtractBuilder.AgencyAsync(host, "Police");
        await new ExtractBuilder { Rows = rows }.TakeInAsync(host, agency);
        return (host, agency, (await PersonsAsync(host, agency))[0]);
    }

    private static Task<List<Person>> PersonsAsync(TrellisHost host, Agency agency) => host.InDatabaseAsync(db =>
        db.Set<Person>().Where(p => db.Set<AgencyRecord>().Any(r => r.PersonId == p.Id && r.AgencyId == agency.Id)).OrderBy(p => p.Id).ToListAsync());

    private static async Task<Visitor> AgainAsync(TrellisHost host, Agency agency) => (await ExtractBuilder.WorkerAsync(host, agency)).Visitor;

    private static string PersonLink(PageAnswer page) => page.Document.QuerySelectorAll("main tbody a").Select(a => a.GetAttribute("href")!).First();
}
