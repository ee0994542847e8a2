using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Terminal;
using Trellis.Papers.Pdf;
using Trellis.Publishing.Published;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

public sealed class PublishingTests
{
    [Theory, OnBothDatabases]
    public async Task Report_EachFormat_WritesTheFileAndItsHash(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: true);
        var plan = await PlanAsync(place);

        foreach (var (format, begins) in ((string, string)[])[("docx", "PK"), ("html", "<!DOCTYPE html>"), ("csv", "\uFEFFPriority"), ("json", "{")])
        {
            var file = Path.Combine(place.Folder, $"report.{format}");
            var answer = await place.TypeAsync("report", plan, "--format", format, "--to", file, "--json");
            var bytes = await File.ReadAllBytesAsync(file);

            Assert.Equal(ExitCode.Done, answer.Code);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), answer.Json.GetProperty("sha256").GetString());
            Assert.StartsWith(begins, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Report_OnePriorityToTheTerminal_LeavesTheOthersOut()
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        await place.PrepareAsync(samples: true);
        var plan = await PlanAsync(place);

        var all = await place.TypeAsync("report", plan, "--format", "csv");
        var one = await place.TypeAsync("report", plan, "--format", "csv", "--priority", "p-1");

        Assert.True(one.Out.Length < all.Out.Length);
        Assert.Equal(ExitCode.NotFound, (await place.TypeAsync("report", plan, "--format", "csv", "--priority", "P-99")).Code);
        Assert.Equal(ExitCode.NotFound, (await place.TypeAsync("report", "no-such-plan", "--format", "csv")).Code);
        Assert.Equal(ExitCode.Usage, (await place.TypeAsync("report", plan, "--format", "odt")).Code);
        Assert.Equal(ExitCode.Usage, (await place.TypeAsync("report", plan, "--format", "docx")).Code);
    }

    [Fact]
    public async Task Report_Pdf_IsWrittenWhereThereIsChromium()
    {
        Assert.SkipUnless(new ChromiumPdf().IsThere, ChromiumPdf.Missing);
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        await place.PrepareAsync(samples: true);
        var file = Path.Combine(place.Folder, "report.pdf");

        var answer = await place.TypeAsync("report", await PlanAsync(place), "--format", "pdf", "--to", file);

        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Publish_FirstAgainAndCorrection_SayWhatBecameOfIt(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: true);
        var plan = await PlanAsync(place);

        var first = await place.TypeAsync("publish", plan, "--json");
        var again = await place.TypeAsync("publish", plan, "--correction", "Nothing");
        await place.InDatabaseAsync(async db =>
        {
            var section = await db.Set<Plans.Section>().FirstAsync();
            db.Entry(section).Property(s => s.Body).CurrentValue = "Put right.";
            await db.SaveAsync(new("Changed for a test", Kernel.Actor.Program), default);
            return true;
        });
        var silent = await place.TypeAsync("publish", plan);
        var second = await place.TypeAsync("publish", plan, "--correction", "A section was put right", "--json");

        Assert.Equal((ExitCode.Done, 1), (first.Code, first.Json.GetProperty("version").GetInt32()));
        Assert.Equal(ExitCode.Refused, again.Code);
        Assert.Contains("Nothing has changed since version 1", again.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, silent.Code);
        Assert.Equal((ExitCode.Done, 2), (second.Code, second.Json.GetProperty("version").GetInt32()));
        Assert.Equal(ExitCode.NotFound, (await place.TypeAsync("publish", "no-such-plan")).Code);
    }

    [Fact]
    public async Task PublishVerify_WholeAndThenTamperedWith_TellsThemApart()
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        await place.PrepareAsync(samples: true);
        await place.TypeAsync("publish", await PlanAsync(place));

        var whole = await place.TypeAsync("publish", "--verify", "--json");
        await place.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"PublishingVersions\" SET \"Hash\" = 'none'"));
        var tampered = await place.TypeAsync("publish", "--verify", "--json");

        Assert.Equal((ExitCode.Done, 1), (whole.Code, whole.Json.GetProperty("versions").GetInt32()));
        Assert.Equal(ExitCode.Failed, tampered.Code);
        Assert.StartsWith(PublishedAddress.List, Assert.Single(tampered.Json.GetProperty("broken").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await place.TypeAsync("publish")).Code);
    }

    [Fact]
    public async Task Pack_Public_LeavesOutWhatIsExempt()
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        var (forum, meeting) = await place.WithAsync(services => new MeetingBuilder().MakeAsync(services));

        var members = await place.TypeAsync("pack", forum, meeting, "--format", "html");
        var open = await place.TypeAsync("pack", forum, meeting, "--format", "html", "--public");

        Assert.Contains(MeetingBuilder.Secret, members.Out, StringComparison.Ordinal);
        Assert.Contains(MeetingBuilder.Open, open.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(MeetingBuilder.Secret, open.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotFound, (await place.TypeAsync("pack", forum, "2020-01-01", "--format", "html")).Code);
        Assert.Equal(ExitCode.Usage, (await place.TypeAsync("pack", forum, meeting, "--format", "csv")).Code);
    }

    private static Task<string> PlanAsync(TestPlace place) => place.InDatabaseAsync(db => db.Set<Plans.Plan>().Select(p => p.Address).SingleAsync());
}
