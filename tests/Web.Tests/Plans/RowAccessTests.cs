using System.Net;
using System.Text;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Web.Tests.Plans;

/// <summary>Whose row it is: owners, whoever acts for them, and the head of the first-named department.</summary>
public sealed class RowAccessTests(TrellisHost host) : IClassFixture<TrellisHost>
{
    private static readonly string[] UpdatePages = ["/actions/KA-1/progress", "/actions/KA-1/note", "/milestones/M-1/date", "/milestones/M-1/state", "/milestones/M-1/note"];

    [Fact]
    public async Task Get_OwnRow_Opens()
    {
        var owner = await new OfficerBuilder().MakeAsync(host);
        var plan = await new PlanBuilder { OwnerId = owner.Id }.MakeAsync(host);
        using var officer = await SignedInAsync(Role.LeadOfficer, owner);

        foreach (var page in UpdatePages)
        {
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"/plan/{plan.Address}{page}")).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync($"/plan/{plan.Address}/actions/KA-1/edit")).Status);
    }

    [Fact]
    public async Task GetAndPost_AnothersRow_AreRefusedAndChangeNothing()
    {
        var owner = await new OfficerBuilder().MakeAsync(host);
        var plan = await new PlanBuilder { OwnerId = owner.Id }.MakeAsync(host);
        var another = await new OfficerBuilder { Name = "Somebody else" }.MakeAsync(host);
        using var officer = await SignedInAsync(Role.LeadOfficer, another);
        using var performance = await host.SignedInAsync(Role.Performance);
        var before = await performance.Http.GetStringAsync($"/plan/{plan.Address}/export.json");
        foreach (var (page, form) in new[] { ("/actions/KA-1/progress", "progress"), ("/milestones/M-1/date", "date"), ("/milestones/M-1/state", "state"), ("/actions/KA-1/note", "note") })
        {
            var address = $"/plan/{plan.Address}{page}";
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).Status);
            // The form as its owner has it, sent with this officer's own cookies and token.
            var fields = FilledForm.Of(await performance.GetAsync(address), form).Fields.Where(f => f.Key != "__RequestVerificationToken").ToList();
            var token = (await officer.GetAsync("/sign-out")).Field("__RequestVerificationToken");
            fields.Add(KeyValuePair.Create("__RequestVerificationToken", token));
            using var answer = await officer.Http.PostAsync(address, new FormUrlEncodedContent(fields));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(before, await performance.Http.GetStringAsync($"/plan/{plan.Address}/export.json"));
    }

    [Fact]
    public async Task Get_HeadOfDepartment_OfTheFirstNamedOnly()
    {
        var first = await new OfficerBuilder { Name = "First head" }.MakeAsync(host);
        var second = await new OfficerBuilder { Name = "Second head" }.MakeAsync(host);
        var plan = await new PlanBuilder
        {
            DepartmentId = (await new DepartmentBuilder { HeadOfficerId = first.Id }.MakeAsync(host)).Id,
            OtherDepartmentId = (await new DepartmentBuilder { HeadOfficerId = second.Id }.MakeAsync(host)).Id,
        }.MakeAsync(host);
        using var mayUpdate = await SignedInAsync(Role.Head, first);
        using var isTold = await SignedInAsync(Role.Head, second);

        foreach (var page in UpdatePages)
        {
            Assert.Equal(HttpStatusCode.OK, (await mayUpdate.GetAsync($"/plan/{plan.Address}{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await isTold.GetAsync($"/plan/{plan.Address}{page}")).Status);
        }
    }

    [Theory, OnBothDatabases]
    public async Task GetAndPost_Delegate_OnTheDaysOfTheDelegationOnly(DatabaseKind kind)
    {
        await using var own = await TrellisHost.StartToLeapAsync(kind);
        var away = await new OfficerBuilder { Name = "Away" }.MakeAsync(own);
        var acting = await new OfficerBuilder { Name = "Acting" }.MakeAsync(own);
        var plan = await new PlanBuilder { OwnerId = away.Id }.MakeAsync(own);
        await own.InScopeAsync(async s => Assert.True((await s.Get<OrganisationService>().DelegateAsync(
            new DelegationOptions(away.Id, acting.Id, new DateOnly(2026, 6, 2), new DateOnly(2026, 6, 3), "Leave"), new Process("Delegated", Actor.Program), default)).IsDone));
        var account = await new AccountBuilder { Roles = [Role.LeadOfficer], OfficerId = acting.Id }.MakeAsync(own);
        var address = $"/plan/{plan.Address}/actions/KA-1/progress";

        // The days are London's, where in June each begins at 23:00 of the day before by the world's clock.
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(1, 22)).Status);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(1, 23)).Status);
        using var visitor = await AccountBuilder.SignInAsync(own, account);
        Assert.StartsWith("Overall progress is now", (await visitor.SendAsync(address, "progress", ("Form.Progress", "Managed"))).Said, StringComparison.Ordinal);

        // A form that was opened in the last minutes is not taken after midnight.
        own.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 3, 22, 50, 0, TimeSpan.Zero));
        using var late = await AccountBuilder.SignInAsync(own, account);
        var open = await late.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, open.Status);
        own.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 3, 23, 0, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.NotFound, (await late.SendAsync(open, "progress", ("Form.Progress", "NeedsSupport"))).Status);

        async Task<PageAnswer> OpenAsync(int day, int hour)
        {
            own.Clock.SetUtcNow(new DateTimeOffset(2026, 6, day, hour, 0, 0, TimeSpan.Zero));
            using var officer = await AccountBuilder.SignInAsync(own, account);
            return await officer.GetAsync(address);
        }
    }

    [Fact]
    public async Task Evidence_IsCheckedAndGoesToReadersOnly()
    {
        var plan = await new PlanBuilder().MakeAsync(host);
        using var performance = await host.SignedInAsync(Role.Performance);
        var address = $"/plan/{plan.Address}/actions/KA-1/note";

        var fake = await SendAsync("proof.pdf", "not a pdf"u8.ToArray());
        Assert.Contains("proof.pdf must be a", Assert.Single(fake.Errors), StringComparison.Ordinal);
        Assert.Contains("script.html must be a", Assert.Single((await SendAsync("script.html", "<script>"u8.ToArray())).Errors), StringComparison.Ordinal);
        Assert.Equal("big.pdf is larger than 10 MB", Assert.Single((await SendAsync("big.pdf", [.. "%PDF-"u8, .. new byte[10 * 1024 * 1024]])).Errors));
        var kept = await SendAsync("proof.pdf", "%PDF-1.7 proof"u8.ToArray());

        Assert.Equal("Your note was saved.", kept.Said);
        var file = kept.Link("proof.pdf");
        using var download = await performance.Http.GetAsync(file);
        Assert.Equal("%PDF-1.7 proof", await download.Content.ReadAsStringAsync());
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        using var anybody = host.Anybody();
        Assert.Equal("/sign-in", (await anybody.GetAsync(file)).Path);

        async Task<PageAnswer> SendAsync(string name, byte[] bytes) => await performance.SendAsync(
            FilledForm.Of(await performance.GetAsync(address), "note").Fill(("Form.Text", "What was seen")).Choose("Form.Files", name, bytes));
    }

    private async Task<Visitor> SignedInAsync(string role, Officer officer) => await new AccountBuilder { Roles = [role], OfficerId = officer.Id }.SignInAsync(host);
}
