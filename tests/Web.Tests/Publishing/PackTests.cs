using System.IO.Compression;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Web.Tests.Publishing;

public sealed class PackTests
{
    [Theory, OnBothDatabases]
    public async Task Get_PackAsMember_HasAgendaPapersAndWhatTheBoardAnswersFor(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var (forum, meeting, _) = await MakeAsync(host);
        using var clerk = await host.SignedInAsync(Role.Clerk);

        var page = await clerk.GetAsync($"/boards/{forum}/meetings/{meeting}/pack");

        foreach (var words in (string[])["Monday 15 June 2026, 14:00", "Town hall", "Marigold parks", "Zanzibar contract", "Exempt, paragraph 3", "Where we are", "Bids from Zanzibar.", "Exempt under paragraph 3 of Schedule 12A", "Zanzibar bids as Word",
            "Open streets for play", "Ask families where", "Stuck; others must help", "Two officers of the police on Sundays", "Streets closed a month", "Rain", "SC-1", "Not answered yet, late", "Zanzibar decision"])
        {
            Assert.Contains(words, page.Main, StringComparison.Ordinal);
        }

        Assert.Contains("<script>alert(1)</script>", page.Main, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main script"));
        Assert.Equal($"/boards/{forum}/meetings/{meeting}", page.Document.QuerySelectorAll(".govuk-breadcrumbs__link")[^1].GetAttribute("href"));
        var above = await clerk.GetAsync($"/boards/{forum}/meetings/{meeting}");
        Assert.NotNull(above.Document.QuerySelector($"main a[href='/boards/{forum}/meetings/{meeting}/pack']"));
    }

    [Theory, OnBothDatabases]
    public async Task Get_PublicPack_LeavesOutWhatIsExemptOrConfidential(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var (forum, meeting, _) = await MakeAsync(host);
        using var clerk = await host.SignedInAsync(Role.Clerk);
        using var reader = await host.SignedInAsync(Role.Reader, Role.LeadOfficer);

        foreach (var (visitor, address) in ((Visitor, string)[])[(clerk, "pack?public=true"), (reader, "pack"), (clerk, "pack/download.docx?public=true"), (reader, "pack/download.docx"), (reader, "pack/download.html")])
        {
            var text = TextOf(await visitor.Http.GetByteArrayAsync($"/boards/{forum}/meetings/{meeting}/{address}"));

            Assert.Contains(MeetingBuilder.Open, text, StringComparison.Ordinal);
            Assert.DoesNotContain(MeetingBuilder.Secret, text, StringComparison.Ordinal);
            // What the board is asked is the council's own business: its officers see it, the public does not.
            Assert.Equal(visitor == reader, text.Contains("Two officers of the police", StringComparison.Ordinal));
        }

        using var elsewhere = await host.SignedInAsync(Role.BoardMember);
        Assert.DoesNotContain(MeetingBuilder.Secret, TextOf(await elsewhere.Http.GetByteArrayAsync($"/boards/{forum}/meetings/{meeting}/pack/download.html")), StringComparison.Ordinal);

        Assert.Contains(MeetingBuilder.Secret, TextOf(await clerk.Http.GetByteArrayAsync($"/boards/{forum}/meetings/{meeting}/pack/download.docx")), StringComparison.Ordinal);
    }

    /// <summary>For each kind of reader: the meeting's pages and its pack name the same items, papers and decisions, and keep back the same.</summary>
    [Theory, OnBothDatabases]
    public async Task Get_PackAndPage_ShowEachKindOfReaderTheSame(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        var (forum, meeting, _) = await MakeAsync(host);
        await host.InScopeAsync(async services =>
        {
            var board = (await services.Get<ForumService>().FindAsync(forum, default))!;
            await services.Get<ForumService>().ChangeRulesAsync(forum, board.Version, ForumRules.Of(board) with { IsPublic = true }, new Process("Made for a test", Actor.Program), default);
        });
        var member = await new AccountBuilder { Roles = [Role.BoardMember] }.MakeAsync(host);
        await host.InScopeAsync(async s => await BoardBuilder.MemberAsync(host, (await s.Get<ForumService>().FindAsync(forum, default))!, "Member", accountId: member.Id));
        using var clerk = await host.SignedInAsync(Role.Clerk);
        using var officer = await host.SignedInAsync(Role.Reader, Role.LeadOfficer);
        using var elsewhere = await host.SignedInAsync(Role.BoardMember);
        using var ofThisBoard = await AccountBuilder.SignInAsync(host, member);
        using var anybody = host.Anybody();
        var at = $"/boards/{forum}/meetings/{meeting}";
        (Visitor Reader, string Page, Visitor Packed, string Pack, bool SeesAll)[] readers =
        [
            (clerk, at, clerk, $"{at}/pack", true), (ofThisBoard, at, ofThisBoard, $"{at}/pack", true), (officer, at, officer, $"{at}/pack", false),
            (elsewhere, at, elsewhere, $"{at}/pack", false), (anybody, $"/public{at}", clerk, $"{at}/pack?public=true", false),
        ];
        string[] told =
        [
            $"{MeetingBuilder.Open} parks", $"{MeetingBuilder.Open} report", "An item that is not for the public", "A confidential item", "A paper that is not for the public", MeetingBuilder.Sentence,
            $"{MeetingBuilder.Secret} contract", $"{MeetingBuilder.Secret} letter", $"{MeetingBuilder.Secret} annex", $"{MeetingBuilder.Secret} bids", $"{MeetingBuilder.Secret} note",
        ];

        foreach (var (reader, page, packed, pack, seesAll) in readers)
        {
            var (shown, made) = ((await reader.GetAsync(page)).Main, (await packed.GetAsync(pack)).Main);

            // The sentence is for the public: who reads the item itself finds it on the item's own page.
            Assert.All(told.Where(t => !(seesAll && t == MeetingBuilder.Sentence)), words => Assert.Equal((page, words, shown.Contains(words, StringComparison.Ordinal)), (page, words, made.Contains(words, StringComparison.Ordinal))));
            Assert.Equal((seesAll, seesAll), (shown.Contains(MeetingBuilder.Secret, StringComparison.Ordinal), made.Contains(MeetingBuilder.Secret, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Get_Paper_LeavesWithItsFrontSheet()
    {
        await using var host = await TrellisHost.StartAsync();
        var (forum, meeting, made) = await MakeAsync(host);
        using var clerk = await host.SignedInAsync(Role.Clerk);

        var word = await clerk.Http.GetByteArrayAsync($"/boards/{forum}/meetings/{meeting}/papers/{made.ExemptPaper}/download.docx");

        using var document = WordprocessingDocument.Open(new MemoryStream(word), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(e => e.Description));
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        foreach (var words in (string[])["Play Board", "Monday 15 June 2026, 14:00", "2: Zanzibar contract", "To note", "No. Exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972.", MeetingBuilder.Sentence])
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_ExemptPaper_UserDoesNotHavePermission_ReturnsNotFound()
    {
        await using var host = await TrellisHost.StartAsync();
        var (forum, meeting, made) = await MakeAsync(host);
        using var reader = await host.SignedInAsync(Role.Reader, Role.BoardMember);

        using var exempt = await reader.Http.GetAsync($"/boards/{forum}/meetings/{meeting}/papers/{made.ExemptPaper}/download.docx");
        using var open = await reader.Http.GetAsync($"/boards/{forum}/meetings/{meeting}/papers/{made.PublicPaper}/download.docx");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (exempt.StatusCode, open.StatusCode));
    }

    [Fact]
    public async Task Get_PackOfNoMeeting_ReturnsNotFound()
    {
        await using var host = await TrellisHost.StartAsync();
        var (forum, _, _) = await MakeAsync(host);
        using var clerk = await host.SignedInAsync(Role.Clerk);

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/boards/{forum}/meetings/2020-01-01/pack")).Status);
    }

    private static async Task<(string Forum, string Meeting, MeetingBuilder Made)> MakeAsync(TrellisHost host)
    {
        var plan = await new FullPlan().MakeAsync(host);
        var action = await host.InDatabaseAsync(db => db.Set<KeyAction>().Where(a => a.PlanId == plan.Id && a.Reference == "KA-1").Select(a => a.Id).SingleAsync());
        var made = new MeetingBuilder { AskedFor = action };
        var (forum, meeting) = await made.MakeAsync(host);
        return (forum, meeting, made);
    }

    /// <summary>Everything that a file says: of a Word file, all its parts.</summary>
    private static string TextOf(byte[] file)
    {
        if (file is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(file);
        }

        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
