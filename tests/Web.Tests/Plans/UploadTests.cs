using System.Net;
using System.Text;
using Trellis.Kernel.Access;
using Trellis.Plans.Importing;
using Trellis.Testing;

namespace Trellis.Web.Tests.Plans;

/// <summary>A document on its way in: what is no plan is said to be none, and nothing is saved while a doubt is open.</summary>
public sealed class UploadTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory, OnBothDatabases]
    public async Task Post_DoubtIsOpen_NothingIsSaved(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Performance);
        var title = $"Open doubt on {kind}";
        var document = ChangedDocumentTests.Document.Replace("PRIORITY 1: Play", "PRIORITY 1: " + title, StringComparison.Ordinal).Replace("\tMar 2030", "\tsome time soon", StringComparison.Ordinal);
        var review = await UploadAsync(visitor, "plan.txt", Encoding.UTF8.GetBytes(document));
        Assert.Contains("in doubt", review.Heading, StringComparison.Ordinal);

        var save = await visitor.GetAsync(review.Path + "/save");
        Assert.Contains("Nothing can be saved before they are settled", save.Main, StringComparison.Ordinal);
        var result = await host.InScopeAsync(s => s.Get<ImportService>().SaveAsync(
            Guid.Parse(review.Path.Split('/')[^1]), title, "2030", new Dictionary<string, string>(StringComparer.Ordinal), new("Test", Trellis.Kernel.Actor.Program), default));

        Assert.EndsWith("not settled yet", Assert.Single(result.Errors).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await visitor.GetAsync("/plans")).Main, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> BrokenFiles => new()
    {
        { "cut.docx", [.. "PK\u0003\u0004"u8, .. new byte[200]] },
        { "picture.docx", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13] },
        { "program.txt", [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0, 0, 1, 2, 3, 0, 0, 0] },
        { "plan.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 not a plan") },
        { "words.txt", Encoding.UTF8.GetBytes("Only a few words, and no plan among them.") },
        { "empty.csv", [] },
        { "large.txt", Encoding.ASCII.GetBytes(new string('x', 21 * 1024 * 1024)) },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles), DisableDiscoveryEnumeration = true)]
    public async Task Post_BrokenFile_SaysWhatIsWrongAndKeepsNothing(string name, byte[] bytes)
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var visitor = await host.SignedInAsync(Role.Performance);

        var answer = await UploadAsync(visitor, name, bytes);

        Assert.Equal("/plan/import", answer.Path);
        var error = Assert.Single(answer.Errors);
        Assert.True(name is "empty.csv" or "large.txt" || error.Contains(name, StringComparison.Ordinal), error);
        Assert.DoesNotContain(name, (await visitor.GetAsync("/plan/import")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ImportAsLeadOfficer_ReturnsForbidden()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var officer = await host.SignedInAsync(Role.LeadOfficer);

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/plan/import")).Status);
    }

    private static async Task<PageAnswer> UploadAsync(Visitor visitor, string name, byte[] bytes) =>
        await visitor.SendAsync(FilledForm.Of(await visitor.GetAsync("/plan/import"), "upload").Choose("Form.File", name, bytes));
}
