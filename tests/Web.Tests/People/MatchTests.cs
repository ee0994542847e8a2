using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.People.Linking;
using Trellis.People.Records;
using Trellis.People.Sight;
using Trellis.Testing;

namespace Trellis.Web.Tests.People;

/// <summary>People decide about doubtful records: with the evidence, for good, by two where one is sealed, and so that it can be taken back.</summary>
public sealed class MatchTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory, OnBothDatabases]
    public async Task Decide_Same_MakesOnePersonUntilItIsTakenBack(DatabaseKind kind)
    {
        var (host, agency, match) = await DoubtfulAsync(kind, "Cressida", "Cressda", "Lockwood");
        var (worker, _) = await ExtractBuilder.WorkerAsync(host, agency);
        var page = await worker.GetAsync($"/people/matches/{match.Id}");
        Assert.Contains("Cressida", page.Main, StringComparison.Ordinal);
        Assert.Contains("for one person", page.Main, StringComparison.Ordinal);

        var nothing = await worker.SendAsync(page, "decide");
        var decided = await worker.SendAsync(page, "decide", ("Form.Verdict", "Same"), ("Form.Why", "Her school confirms it"));

        Assert.Equal(["Choose whether they are one person", "Say what makes you sure. Whoever looks at it later reads it"], nothing.Errors);
        Assert.Equal("They are one person now.", decided.Said);
        Assert.Single(await PersonsAsync(host, match));
        var link = await host.InDatabaseAsync(db => db.Set<RecordLink>().SingleAsync(l => l.FirstId == match.FirstId && l.SecondId == match.SecondId));
        var undone = await worker.SendAsync($"/people/links/{link.Id}", "undo", ("Form.Why", "They are cousins"));
        Assert.Equal("It is taken back.", undone.Said);
        Assert.Equal(2, (await PersonsAsync(host, match)).Count);
        worker.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Decide_Never_IsNotSuggestedAgainByTheNextExtract(DatabaseKind kind)
    {
        var (host, agency, match) = await DoubtfulAsync(kind, "Rosalind", "Rosalnd", "Bickersteth");
        var (worker, _) = await ExtractBuilder.WorkerAsync(host, agency);

        await worker.SendAsync($"/people/matches/{match.Id}", "decide", ("Form.Verdict", "Never"), ("Form.Why", "Two cousins of one name"));
        await new ExtractBuilder { Rows = ["P1,Rosalind,Bickersteth,2011-02-03,F,5 Other Street,AB1 2CD,", "P2,Rosalnd,Bickersteth,2011-02-03,F,5 Other Street,AB1 2CD,"] }.TakeInAsync(host, agency);

        Assert.False(await host.InDatabaseAsync(db => db.Set<PossibleMatch>().AnyAsync(m => m.ClosedAt == null && m.FirstId == match.FirstId && m.SecondId == match.SecondId)));
        Assert.Equal(2, (await PersonsAsync(host, match)).Count);
        worker.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Decide_OneOfThemProtected_TakesTwoPeople(DatabaseKind kind)
    {
        var (host, agency, match) = await DoubtfulAsync(kind, "Henrietta", "Henreitta", "Mulgrave");
        var (first, _) = await ExtractBuilder.WorkerAsync(host, agency, Role.HubManager);
        var (second, _) = await ExtractBuilder.WorkerAsync(host, agency, Role.HubManager);
        var person = (await PersonsAsync(host, match))[0];
        var address = await host.InDatabaseAsync(db => db.Set<Person>().Where(p => p.Id == person).Select(p => p.Address).SingleAsync());
        await first.SendAsync($"/people/{address}/seals", "seal", ("Form.Kind", "ProtectedAddress"), ("Form.Why", "Refuge"));

        var decided = await first.SendAsync($"/people/matches/{match.Id}", "decide", ("Form.Verdict", "Same"), ("Form.Why", "The social worker knows her"));
        var link = await host.InDatabaseAsync(db => db.Set<RecordLink>().SingleAsync(l => l.FirstId == match.FirstId && l.SecondId == match.SecondId));
        var alone = await first.SendAsync($"/people/links/{link.Id}", "agree");

        Assert.StartsWith("Saved. One of them is restricted or protected", decided.Said, StringComparison.Ordinal);
        Assert.Equal(["You decided this. Somebody else has to agree"], alone.Errors);
        Assert.Equal(2, (await PersonsAsync(host, match)).Count);
        Assert.Equal("They are one person now.", (await second.SendAsync($"/people/links/{link.Id}", "agree")).Said);
        Assert.Single(await PersonsAsync(host, match));
        Assert.StartsWith("Saved. The person is restricted or protected", (await second.SendAsync($"/people/links/{link.Id}", "undo", ("Form.Why", "She was mistaken"))).Said, StringComparison.Ordinal);
        Assert.Equal(["You asked for this. Somebody else has to agree"], (await second.SendAsync($"/people/links/{link.Id}", "undo", ("Form.Why", "Really"))).Errors);
        Assert.Single(await PersonsAsync(host, match));
        Assert.Equal("It is taken back.", (await first.SendAsync($"/people/links/{link.Id}", "undo", ("Form.Why", "I see it too"))).Said);
        Assert.Equal(2, (await PersonsAsync(host, match)).Count);
        first.Dispose();
        second.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Decide_WhoeverMayReadNeither_CannotAndIsNotAsked(DatabaseKind kind)
    {
        var (host, agency, match) = await DoubtfulAsync(kind, "Philomena", "Philomna", "Trelawney");
        var elsewhere = await ExtractBuilder.AgencyAsync(host, "Health");
        var (own, _) = await ExtractBuilder.WorkerAsync(host, agency);
        var (other, account) = await ExtractBuilder.WorkerAsync(host, elsewhere);
        var (manager, _) = await ExtractBuilder.WorkerAsync(host, elsewhere, Role.HubManager);
        var address = $"/people/matches/{match.Id}";

        Assert.NotNull((await own.GetAsync("/people/matches")).Document.QuerySelector($"a[href=\'{address}\']"));
        Assert.Null((await other.GetAsync("/people/matches")).Document.QuerySelector($"a[href=\'{address}\']"));
        Assert.Null((await other.GetAsync("/people/matches?of=all")).Document.QuerySelector($"a[href=\'{address}\']"));
        Assert.Null((await manager.GetAsync("/people/matches")).Document.QuerySelector($"a[href=\'{address}\']"));
        Assert.NotNull((await manager.GetAsync("/people/matches?of=all")).Document.QuerySelector($"a[href=\'{address}\']"));
        var page = await other.GetAsync(address);
        Assert.Contains("You may read neither of the two records", page.Main, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        var decided = await host.InScopeAsync(async services => await services.Get<MatchService>().DecideAsync(
            match.Id, LinkVerdict.Same, "I say so", await services.Get<SightService>().EyesAsync(account.Id, default), new Kernel.Process("A test", Kernel.Actor.Program), default));
        Assert.Equal("You may read neither of the two records. Somebody who may read one of them has to do this", Assert.Single(decided.Errors).Message);
        Assert.Equal(2, (await PersonsAsync(host, match)).Count);
        own.Dispose();
        other.Dispose();
        manager.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Decide_SameOfTwoIdentitiesNeverTogether_IsRefusedToWhoeverKnows(DatabaseKind kind)
    {
        var (host, agency, match) = await DoubtfulAsync(kind, "Ottilie", "Otilie", "Sandringham");
        var (manager, _) = await ExtractBuilder.WorkerAsync(host, agency, Role.HubManager);
        var persons = await PersonsAsync(host, match);
        var addresses = await host.InDatabaseAsync(db => db.Set<Person>().Where(p => persons.Contains(p.Id)).Select(p => p.Address).ToListAsync());
        await manager.SendAsync($"/people/{addresses[0]}/seals", "seal", ("Form.Kind", "NeverTogether"), ("Form.Other", addresses[1]), ("Form.Why", "Adopted"));
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "PeopleMatches" SET "ClosedAt" = NULL WHERE "Id" = {match.Id}"""));

        var decided = await manager.SendAsync($"/people/matches/{match.Id}", "decide", ("Form.Verdict", "Same"), ("Form.Why", "They look alike"));

        Assert.Equal(["These are two identities that are sealed as never together. They can be one person only after that seal is lifted"], decided.Errors);
        Assert.Equal(2, (await PersonsAsync(host, match)).Count);
        manager.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Reasons_OfPeople_StandEncryptedInTheDatabase(DatabaseKind kind)
    {
        var (host, agency, match) = await DoubtfulAsync(kind, "Wendeline", "Wendelne", "Harrowgate");
        var (worker, account) = await ExtractBuilder.WorkerAsync(host, agency, Role.HubManager);
        await worker.SendAsync($"/people/records/{match.FirstId}", "rectify", ("Form.Middle", "Rose"), ("Form.Why", "Aunt Zipporah called"));
        await worker.SendAsync($"/people/matches/{match.Id}", "decide", ("Form.Verdict", "Same"), ("Form.Why", "Aunt Zipporah confirms it"));
        var link = await host.InDatabaseAsync(db => db.Set<RecordLink>().SingleAsync(l => l.FirstId == match.FirstId && l.SecondId == match.SecondId));
        var page = await worker.GetAsync($"/people/links/{link.Id}");
        await worker.SendAsync(page, "undo", ("Form.Why", "Aunt Zipporah was wrong"));
        var person = (await PersonsAsync(host, match))[0];
        var address = await host.InDatabaseAsync(db => db.Set<Person>().Where(p => p.Id == person).Select(p => p.Address).SingleAsync());
        await worker.SendAsync($"/people/{address}/involved", "involve", ("Form.AccountId", $"{account.Id}"), ("Form.Until", $"{host.Clock.GetUtcNow().AddDays(30):d M yyyy}"), ("Form.Why", "Aunt Zipporah asked"));

        Assert.Contains("Aunt Zipporah confirms it", page.Main, StringComparison.Ordinal);
        Assert.Contains("Aunt Zipporah asked", (await worker.GetAsync($"/people/{address}/involved")).Main, StringComparison.Ordinal);
        var time = (await worker.GetAsync($"/people/{address}/time")).Main;
        Assert.Contains("Aunt Zipporah was wrong", time, StringComparison.Ordinal);
        var kept = await host.InDatabaseAsync(async db => new[]
        {
            await db.Set<RecordLink>().Where(l => l.Id == link.Id).Select(l => l.SealedWhy!).SingleAsync(), await db.Set<RecordLink>().Where(l => l.Id == link.Id).Select(l => l.SealedUndoneWhy!).SingleAsync(),
            await db.Set<EarlierContent>().Where(e => e.RecordId == match.FirstId).Select(e => e.SealedWhy!).SingleAsync(), await db.Set<Involvement>().Where(i => i.PersonId == person).Select(i => i.SealedWhy).SingleAsync(),
        });
        Assert.All(kept, k => Assert.DoesNotContain("Zipporah", System.Text.Encoding.UTF8.GetString(k), StringComparison.Ordinal));
        Assert.False(await host.InDatabaseAsync(db => db.Set<RecordLink>().AnyAsync(l => l.Rule.Contains("Zipporah"))));
        Assert.False(await host.InDatabaseAsync(db => db.Set<Kernel.Audit.AuditChange>().AnyAsync(c => c.Fields.Contains("Zipporah"))));
        worker.Dispose();
    }

    [Fact]
    public async Task New_SomebodyLikeThatIsKnown_ShowsThemFirstAndThenSaves()
    {
        var (host, agency, _) = await DoubtfulAsync(DatabaseKind.Sqlite, "Ambrose", "Ambrse", "Carnaby");
        var (worker, _) = await ExtractBuilder.WorkerAsync(host, agency);

        var looked = await worker.SendAsync("/people/new", "new", ("Form.Given", "Ambros"), ("Form.Family", "Carnaby"), ("Form.Birth", "3 2 2011"));
        var saved = await worker.SendAsync(looked, "new");
        var nameless = await worker.SendAsync("/people/new", "new", ("Form.Postcode", "ZZ9 9ZZ"));

        Assert.Contains("Ambrose Carnaby", looked.Main, StringComparison.Ordinal);
        Assert.Equal("The person is entered.", saved.Said);
        Assert.Equal("Ambros Carnaby", saved.Heading);
        Assert.Equal(["Enter a name, or “unborn” for a child who is not born yet"], nameless.Errors);
        Assert.Contains("Ambros Carnaby", (await worker.SendAsync("/people", "search", ("Form.Typed", "ambros carnaby"))).Main, StringComparison.Ordinal);
        worker.Dispose();
    }

    [Theory, OnBothDatabases]
    public async Task Rectify_ByTheAgencysOwn_KeepsWhatStoodThere(DatabaseKind kind)
    {
        var (host, agency, match) = await DoubtfulAsync(kind, "Evangeline", "Evangelne", "Prideaux");
        var (worker, _) = await ExtractBuilder.WorkerAsync(host, agency);
        var (other, _) = await ExtractBuilder.WorkerAsync(host, await ExtractBuilder.AgencyAsync(host, "Health"));

        var put = await worker.SendAsync($"/people/records/{match.FirstId}", "rectify", ("Form.Birth", "4 2 2011"), ("Form.Why", "Her mother showed the certificate"));

        Assert.Equal("The record is put right. What stood there before stays to be read.", put.Said);
        Assert.Contains("date of birth “2011-02-03”. Put right because: Her mother showed the certificate", put.Main, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.GetAsync($"/people/records/{match.FirstId}")).Status);
        worker.Dispose();
        other.Dispose();
    }

    /// <summary>Two records of one agency that differ in a letter of the given name: likely one person, and not certain.</summary>
    private async Task<(TrellisHost Host, Agency Agency, PossibleMatch Match)> DoubtfulAsync(DatabaseKind kind, string given, string misspelt, string family)
    {
        var host = await databases.OnAsync(kind);
        var agency = await ExtractBuilder.AgencyAsync(host, "Police");
        await new ExtractBuilder { Rows = [$"P1,{given},{family},2011-02-03,F,1 High Street,AB1 2CD,", $"P2,{misspelt},{family},2011-02-03,F,1 High Street,AB1 2CD,"] }.TakeInAsync(host, agency);
        var records = await host.InDatabaseAsync(db => db.Set<AgencyRecord>().Where(r => r.AgencyId == agency.Id).Select(r => r.Id).ToListAsync());
        return (host, agency, await host.InDatabaseAsync(db => db.Set<PossibleMatch>().SingleAsync(m => records.Contains(m.FirstId) && records.Contains(m.SecondId) && m.ClosedAt == null)));
    }

    private static Task<List<Guid>> PersonsAsync(TrellisHost host, PossibleMatch match) =>
        host.InDatabaseAsync(db => db.Set<AgencyRecord>().Where(r => r.Id == match.FirstId || r.Id == match.SecondId).Select(r => r.PersonId).Distinct().ToListAsync());
}
