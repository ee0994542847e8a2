using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.People.Extracts;
using Trellis.People.Index;
using Trellis.People.Linking;
using Trellis.People.Records;
using Trellis.Testing;

namespace Trellis.Web.Tests.People;

/// <summary>Agencies' extracts are taken in whole, twice the same changes nothing, and records are joined only where it is certain.</summary>
public sealed class ExtractTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private static readonly string Number = ExtractBuilder.NhsNumber(1);

    [Theory, OnBothDatabases]
    public async Task TakeIn_AgainWithChanges_TellsNewChangedAndGoneAndKeepsWhatStoodThere(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var police = await ExtractBuilder.AgencyAsync(host, "Police");
        string[] rows = ["P1,Zebedee,Quince,2011-02-03,M,1 High Street,AB1 2CD,", "P2,Ottoline,Farthing,2012-07-08,F,2 Low Road,AB3 4EF,", "P3,Barnaby,Thrupp,2009-11-12,M,3 Mill Lane,AB5 6GH,"];

        var first = await new ExtractBuilder { Rows = rows }.TakeInAsync(host, police);
        var same = await new ExtractBuilder { Rows = rows }.TakeInAsync(host, police);
        var changed = await new ExtractBuilder { Rows = [rows[0].Replace("1 High Street", "9 New Street", StringComparison.Ordinal), rows[1], "P4,Clementine,Osgood,2013-01-02,F,,AB7 8IJ,"] }.TakeInAsync(host, police);

        Assert.Equal((3, 0, 0, 0), (first.New, first.Same, first.Changed, first.Gone));
        Assert.Equal((0, 3, 0, 0), (same.New, same.Same, same.Changed, same.Gone));
        Assert.Equal((1, 1, 1, 1), (changed.New, changed.Same, changed.Changed, changed.Gone));
        var records = await host.InDatabaseAsync(db => db.Set<AgencyRecord>().Where(r => r.AgencyId == police.Id).ToListAsync());
        Assert.Single(records, r => r.GoneAt is not null);
        var earlier = await host.InDatabaseAsync(db => db.Set<EarlierContent>().Where(e => records.Select(r => r.Id).Contains(e.RecordId)).ToListAsync());
        Assert.Single(earlier);
        Assert.Empty(await host.InDatabaseAsync(db => db.Set<SealedExtract>().ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task TakeIn_Always_LeavesNoNameInTheDatabase(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var health = await ExtractBuilder.AgencyAsync(host, "Health");

        await new ExtractBuilder { Rows = ["H1,Wilhelmina,Wobbegong,2010-05-06,F,4 Sea View,AB1 9ZZ,"] }.TakeInAsync(host, health);

        var contents = await host.InDatabaseAsync(db => db.Set<AgencyRecord>().Select(r => r.Content).ToListAsync());
        Assert.NotEmpty(contents);
        Assert.DoesNotContain(contents, c => Encoding.UTF8.GetString(c).Contains("obbegong", StringComparison.OrdinalIgnoreCase));
        Assert.False(await host.InDatabaseAsync(db => db.Set<AuditChange>().AnyAsync(c => c.Fields.Contains("obbegong"))));
        Assert.False(await host.InDatabaseAsync(db => db.Set<RecordLink>().AnyAsync(l => l.Evidence.Contains("obbegong"))));
    }

    [Theory, OnBothDatabases]
    public async Task TakeIn_OneNhsNumberAndOneDay_JoinsThemAndTwinsNever(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var (police, schools) = (await ExtractBuilder.AgencyAsync(host, "Police"), await ExtractBuilder.AgencyAsync(host, "Schools"));
        var (own, other) = (ExtractBuilder.NhsNumber(kind == DatabaseKind.Sqlite ? 21 : 22), ExtractBuilder.NhsNumber(kind == DatabaseKind.Sqlite ? 31 : 32));
        await new ExtractBuilder { Rows = [$"P1,Peregrine,Tolliver,2011-02-03,M,1 High Street,AB1 2CD,{own}", $"P2,Ella,Marchbanks,2014-03-04,F,7 Hill Road,AB2 2CD,{other}"] }.TakeInAsync(host, police);

        var taken = await new ExtractBuilder { Rows = [$"S1,Peregrin,Tolliver,2011-02-03,M,,AB9 9XY,{own}", $"S2,Emma,Marchbanks,2014-03-04,F,7 Hill Road,AB2 2CD,{other}"] }.TakeInAsync(host, schools);

        Assert.Equal(1, taken.Joined);
        var persons = (await host.InDatabaseAsync(db => db.Set<AgencyRecord>().Where(r => r.AgencyId == police.Id || r.AgencyId == schools.Id).ToListAsync())).CountBy(r => r.PersonId).Select(p => p.Value).Order();
        Assert.Equal([1, 1, 2], persons);
        var twins = Assert.Single(await host.InDatabaseAsync(db => db.Set<PossibleMatch>().Where(m => m.Doubt == MatchDoubt.SharedNumber && m.At == host.Clock.GetUtcNow()).ToListAsync()), m => m.ClosedAt is null);
        Assert.InRange(twins.Probability, 0, 1);
    }

    [Theory, OnBothDatabases]
    public async Task TakeIn_SeveralAtOnce_LosesNobodyOfThem(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var agencies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ExtractBuilder.AgencyAsync(host, "Busy")));

        await Task.WhenAll(agencies.Select((agency, i) => new ExtractBuilder { Rows = [$"B{i},Fortescue{i},Mangold{i},2011-02-0{i + 1},M,,,"] }.TakeInAsync(host, agency)));

        foreach (var record in await host.InDatabaseAsync(db => db.Set<AgencyRecord>().Where(r => agencies.Select(a => a.Id).Contains(r.AgencyId)).ToListAsync()))
        {
            Assert.Equal(record.PersonId, (await host.App.Services.Get<PeopleIndex>().FindAsync(record.Id, default))!.PersonId);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Pages_ReadMapAndTakeIn_AsAManagerWould(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var agency = await ExtractBuilder.AgencyAsync(host, "Early help");
        var (manager, _) = await ExtractBuilder.WorkerAsync(host, agency, Role.HubManager);
        var page = await manager.GetAsync("/people/extracts/new");
        var nothing = await manager.SendAsync(page, "extract");
        var empty = await manager.SendAsync(FilledForm.Of(page, "extract").Fill(("Form.AgencyId", $"{agency.Id}")).Choose("Form.File", "empty.csv", "id,name\n"u8.ToArray()));

        var read = await manager.SendAsync(FilledForm.Of(page, "extract").Fill(("Form.AgencyId", $"{agency.Id}")).Choose("Form.File", "extract.csv", new ExtractBuilder { Rows = ["E1,Lysander,Pemberly,2012-01-01,M,,AB1 1AA,1234567890", "E2,Cosima,Pemberly,31/31/2012,F,,AB1 1AA,", "E1,Again,Again,,,,,"] }.Bytes));

        Assert.Equal(["Choose the file"], nothing.Errors);
        Assert.Equal(["empty.csv: There is no record in it, only headings"], empty.Errors);
        Assert.Contains("3 rows. Nothing is taken in yet.", read.Main, StringComparison.Ordinal);
        Assert.Contains("2 records", read.Main, StringComparison.Ordinal);
        Assert.Equal("first name", read.Field("Column.Given"));
        Assert.Contains("line 2: The NHS number is wrong", read.Main, StringComparison.Ordinal);
        Assert.Contains("line 3: The date of birth is no date", read.Main, StringComparison.Ordinal);
        Assert.Contains("line 4: The agency's identifier stands in an earlier row too", read.Main, StringComparison.Ordinal);
        var twice = await manager.SendAsync(read, "map", ("Column.Given", "surname"));
        Assert.Equal(["The column surname is chosen twice"], twice.Errors);
        var taken = await manager.SendAsync(read, "take");
        while (taken.Address.AbsolutePath.EndsWith("/saving", StringComparison.Ordinal))
        {
            await Task.Delay(50);
            taken = await manager.GetAsync(taken.Address.AbsolutePath);
        }

        Assert.Equal("The extract is taken in.", taken.Said);
        Assert.Contains("New 2 records", taken.Main, StringComparison.Ordinal);
        using var practitioner = await host.SignedInAsync(Role.Practitioner);
        Assert.Equal(HttpStatusCode.Forbidden, (await practitioner.GetAsync(taken.Address.AbsolutePath)).Status);
        manager.Dispose();
    }

    /// <summary>A thousand and more records teach the weights; a program that starts anew compares by them, and not by others.</summary>
    [Theory, OnBothDatabases]
    public async Task TakeIn_ManyRecords_KeepsWhatTheyTaughtForTheNextStart(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var agency = await ExtractBuilder.AgencyAsync(host, "Schools");
        string[] names = ["Ada", "Ben", "Cleo", "Dev", "Esme", "Finn", "Gwen", "Hari", "Isla", "Jude", "Kit", "Lola", "Max"];
        await new ExtractBuilder { Rows = [.. Enumerable.Range(0, 1100).Select(i => $"S{i},{names[i % names.Length]},Of{i * 7919 % 500}shire,{2005 + (i % 15)}-{1 + (i % 12):00}-{1 + (i % 28):00},{(i % 2 == 0 ? "F" : "M")},,AB{i % 90} {i % 9}CD,")] }.TakeInAsync(host, agency);
        var learnt = await host.InDatabaseAsync(db => db.Set<LearntBasis>().OrderByDescending(b => b.Id).FirstAsync());
        var records = await host.InDatabaseAsync(db => db.Set<AgencyRecord>().Where(r => r.AgencyId == agency.Id).OrderBy(r => r.Id).Select(r => r.Id).Take(200).ToListAsync());
        var living = host.App.Services.Get<PeopleIndex>();
        using var anew = new PeopleIndex(host.App.Services.Get<Microsoft.Extensions.DependencyInjection.IServiceScopeFactory>(), host.App.Services.Get<ContentKeys>());

        Assert.Equal(await living.ReadyAsync(default), await anew.ReadyAsync(default));
        Assert.Equal(await living.ReadyAsync(default), learnt.Records);
        foreach (var record in records)
        {
            Assert.Equal(await living.CandidatesAsync(record, 0, default), await anew.CandidatesAsync(record, 0, default));
        }

        Assert.DoesNotContain("shire", Encoding.UTF8.GetString(learnt.Content), StringComparison.OrdinalIgnoreCase);
        // A few more are compared as those before them were.
        await new ExtractBuilder { Rows = ["T1,Zuleika,Featherstone,2011-02-03,F,,AB1 2CD,"] }.TakeInAsync(host, await ExtractBuilder.AgencyAsync(host, "Police"));
        Assert.Equal(learnt.Id, await host.InDatabaseAsync(db => db.Set<LearntBasis>().OrderByDescending(b => b.Id).Select(b => b.Id).FirstAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task TakeIn_WithHouseholds_TellsWhoLivesWithWhomAndSinceWhen(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartToLeapAsync(kind);
        var (housing, police) = (await ExtractBuilder.AgencyAsync(host, "Housing"), await ExtractBuilder.AgencyAsync(host, "Police"));
        var head = $"{ExtractBuilder.UsualHead},household id";
        await new ExtractBuilder { Head = head, Rows = ["A1,Barnabas,Quillfeather,1980-01-02,M,,,,HSE-7001", "A2,Clemency,Quillfeather,2014-01-02,F,,,,HSE-8001", "A3,Dorcas,Pettigrew,2012-01-02,F,,,,HSE-70011"] }.TakeInAsync(host, housing);
        host.Clock.Advance(TimeSpan.FromDays(40));
        var moved = host.Clock.GetUtcNow();
        await new ExtractBuilder { Head = head, Rows = ["A1,Barnabas,Quillfeather,1980-01-02,M,,,,HSE-7001", "A2,Clemency,Quillfeather,2014-01-02,F,,,,HSE-7001", "A3,Dorcas,Pettigrew,2012-01-02,F,,,,HSE-70011"] }.TakeInAsync(host, housing);
        var (own, _) = await ExtractBuilder.WorkerAsync(host, housing);
        var (manager, _) = await ExtractBuilder.WorkerAsync(host, housing, Role.HubManager);
        var (other, _) = await ExtractBuilder.WorkerAsync(host, police);
        var people = await host.InDatabaseAsync(async db => await (from r in db.Set<AgencyRecord>() join p in db.Set<Person>() on r.PersonId equals p.Id where r.AgencyId == housing.Id orderby r.Id select p.Address).ToListAsync());

        var family = await own.GetAsync($"/people/{people[0]}/family");
        Assert.Contains("Clemency Quillfeather", family.Main, StringComparison.Ordinal);
        Assert.Contains(Kernel.Calendar.WorkingCalendar.InLondon(moved).ToString("d MMMM yyyy", Kernel.England.Culture), family.Main, StringComparison.Ordinal);
        Assert.Contains(housing.Name, family.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Pettigrew", family.Main, StringComparison.Ordinal);
        Assert.Contains("HSE-8001", (await own.GetAsync($"/people/{people[1]}/time")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Clemency", (await other.GetAsync($"/people/{people[0]}/family")).Main, StringComparison.Ordinal);
        await manager.SendAsync($"/people/{people[1]}/seals", "seal", ("Form.Kind", "ProtectedAddress"), ("Form.Why", "Refuge"));
        Assert.DoesNotContain("Clemency", (await own.GetAsync($"/people/{people[0]}/family")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Barnabas", (await own.GetAsync($"/people/{people[1]}/family")).Main, StringComparison.Ordinal);
        var record = (await own.GetAsync($"/people/{people[1]}")).Document.QuerySelectorAll("main td a").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/people/records/", StringComparison.Ordinal));
        foreach (var page in new[] { record, $"/people/{people[1]}", $"/people/{people[1]}/time" })
        {
            Assert.DoesNotContain("HSE-7001", (await own.GetAsync(page)).Document.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        }

        own.Dispose();
        manager.Dispose();
        other.Dispose();
    }

    [Fact]
    public void NhsNumber_MadeForTests_IsValid() => Assert.True(Linkage.NhsNumber.IsValid(Encoding.UTF8.GetBytes(Number)));
}
