using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel.Outbox;
using Trellis.Kernel.Places;
using Trellis.Measures;
using Trellis.Measures.Entry;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Importing.Mappings;
using Trellis.Measures.Periods;
using Trellis.Measures.Public;
using Trellis.Plans.Importing;
using Trellis.Publishing.Published;
using Trellis.Risks;
using Trellis.Testing;

namespace Trellis.Browser.Tests;

/// <summary>axe finds nothing (WCAG 2.2 AA) on any page in any state, and no page scrolls sideways on a phone.</summary>
public sealed class AccessibilityTests(Chromium chromium, TrellisHost host) : IClassFixture<TrellisHost>
{
    private static readonly int[] PhoneWidths = [375, 320];

    private static readonly AxeRunOptions Wcag22 = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private static readonly string[] Everywhere =
    [
        "/", "/plans", "/plan/new", "/plan/import", "/measures", "/measures/new", "/measures/entry", "/measures/sign-off", "/measures/quality", "/measures/figures", "/measures/figures/import", "/measures/figures/mappings", "/measures/catalogue", "/risks", "/risks/new", "/risks/matrix", "/updates", "/approvals", "/cycles", "/cycles/new", "/asks", "/boards", "/boards/new", "/boards/challenges", "/boards/agencies", "/boards/agencies/new", "/public/boards", "/public/boards/search", "/organisation", "/organisation/officers", "/organisation/officers/new",
        "/organisation/departments/new", "/organisation/delegations/new", "/administration", "/administration/accounts", "/administration/accounts/invite",
        "/administration/audit", "/administration/calendar", "/administration/settings", "/administration/outbox", "/account", "/account/ways", "/account/password", "/sign-out", "/nowhere",
        "/accessibility", "/privacy", "/about", "/published", "/figures", "/open-data", "/returns", "/returns/check", "/returns/board",
    ];

    [Fact]
    public async Task Pages_Empty()
    {
        await using var empty = await TrellisHost.StartAsync();
        await using var priya = await chromium.SignedInAsync(empty, Role.Administrator, Role.Performance);
        var faults = new List<string>();
        foreach (var address in Everywhere)
        {
            await priya.GoAsync(address);
            await LookAsync(priya, address, faults);
        }

        await priya.GoAsync("/plan/new");
        await priya.TypeAsync("Title of the plan", "An empty plan");
        await priya.TypeAsync("Plan year", "2026/27");
        await priya.PressAsync("Start the plan");
        var plan = priya.Path;
        foreach (var part in new[] { "", "/actions", "/milestones", "/measures", "/text", "/joins", "/print", "/imports" })
        {
            await priya.GoAsync(plan + part);
            await LookAsync(priya, "empty plan" + part, faults);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Pages_Filled()
    {
        var owner = await new OfficerBuilder { Name = "Play Manager" }.MakeAsync(host);
        var plan = await new PlanBuilder { OwnerId = owner.Id }.MakeAsync(host);
        var at = "/plan/" + plan.Address;
        var risk = await new RiskBuilder { Inherent = (5, 5), Current = (4, 4), Target = (2, 2), Appetite = 2, NextReviewBy = new DateOnly(2026, 5, 1), OwnerId = owner.Id }.MakeAsync(host);
        var control = await RiskBuilder.ControlAsync(host, risk, "Weekly report", owner.Id);
        var action = await RiskBuilder.ActionAsync(host, risk, "Recruit abroad", owner.Id, new DateOnly(2026, 5, 1));
        var risks = RiskService.AddressOf(risk);
        var account = await new AccountBuilder().MakeAsync(host);
        var message = await host.InScopeAsync(async services =>
        {
            var staged = services.Get<OutboxService>().Stage(account.Id, "A milestone is late", "Look at it: /plans");
            await services.Get<AppDbContext>().SaveAsync(new Process("Made for a test", Actor.Program), default);
            return staged;
        });
        await using var priya = await chromium.SignedInAsync(host, Role.Administrator, Role.Performance);
        var faults = new List<string>();
        foreach (var address in new[]
        {
            "/administration/outbox", $"/administration/outbox/{message.Id}", "/risks", "/risks?scores=Target", "/risks/matrix", risks, risks + "/edit", risks + "/review", risks + "/reviews", risks + "/controls/new", $"{risks}/controls/{control.Id}",
            $"{risks}/actions/{action.Id}", $"{risks}/actions/{action.Id}/state",
            "/", "/plans", at, at + "/actions", at + "/milestones", at + "/milestones?show=late", at + "/text", at + "/joins", at + "/print", at + "/edit", at + "/actions/KA-1",
            at + "/actions/KA-1/edit", at + "/actions/KA-1/progress", at + "/actions/KA-1/move", at + "/actions/KA-1/withdraw", at + "/actions/KA-1/links", at + "/actions/KA-1/note",
            at + "/milestones/M-1", at + "/milestones/M-1/date", at + "/milestones/M-1/state", at + "/milestones/M-3", at + "/milestones/M-1/edit", at + "/priorities/P-1",
            at + "/priorities/P-1/edit", at + "/objectives/O-1", at + "/challenges/C-1", at + "/sections/S-1", at + "/sections/S-1/edit", at + "/add/milestones?under=KA-1",
            at + "/add/actions?under=O-1", at + "/add/challenges?under=P-1", "/organisation/officers", $"/organisation/officers/{owner.Id}", $"/organisation/officers/{owner.Id}/hand-over",
        })
        {
            await priya.GoAsync(address);
            await LookAsync(priya, address, faults);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Pages_OfPapers()
    {
        var plan = await new FullPlan().MakeAsync(host);
        var (forum, meeting) = await new MeetingBuilder().MakeAsync(host);
        await using var priya = await chromium.SignedInAsync(host, Role.Administrator, Role.Performance);
        var faults = new List<string>();
        var report = $"/plan/{plan.Address}/report";
        foreach (var address in new[] { report, report + "/publish", $"/boards/{forum}/meetings/{meeting}/pack" })
        {
            await priya.GoAsync(address);
            await LookAsync(priya, address, faults);
        }

        await priya.GoAsync(report + "/publish");
        await priya.PressAsync("Publish");
        await LookAsync(priya, "publish, not confirmed", faults);
        await host.InScopeAsync(s => s.GetRequiredService<PublishingService>().PublishAsync(plan.Address, null, new PublishOptions(null, null), new Process("Made for a test", Actor.Program), default));
        foreach (var address in new[] { "/published", "/published/plan-for-play", "/published/plan-for-play/versions/1", report + "/publish" })
        {
            await priya.GoAsync(address);
            await LookAsync(priya, address, faults);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Pages_OfPublicFigures()
    {
        await IndicatorBuilder.PlaceAsync(host);
        var share = await new IndicatorBuilder { Title = "Visits made in time" }.MakeAsync(host);
        await IndicatorBuilder.EnteredAsync(host, share, Enumerable.Range(0, 15).Select(i => new NewFigure(
            IndicatorBuilder.Here, Period.Month(2025, 3).Shift(i), new FigureValue(100m * (20 + i) / 40, 20 + i, 40, FigureStatus.Provisional, Shorthand.None))));
        var count = await new IndicatorBuilder { Title = "Young carers known", Unit = MeasureUnit.Number, Decimals = 0 }.MakeAsync(host);
        await IndicatorBuilder.EnteredAsync(host, count, new[] { "E05015186", "E05015187", "E05015188", $"{IndicatorBuilder.Here}" }.Zip([3m, 30, 40, 73], (place, value) => new NewFigure(PlaceCode.Read(place)!.Value, Period.Month(2026, 4), FigureValue.Of(value))));
        await IndicatorBuilder.MakePublicAsync(host, share);
        await IndicatorBuilder.MakePublicAsync(host, count);
        var faults = new List<string>();
        await using var head = await chromium.SignedInAsync(host, Role.Head, Role.Performance);
        foreach (var address in new[] { "/figures", "/figures?q=nothing", PublicIndicators.AddressOf(share), PublicIndicators.AddressOf(count), "/open-data", $"{IndicatorService.AddressOf(share)}", $"{IndicatorService.AddressOf(share)}/public", $"{IndicatorService.AddressOf(share)}/edit" })
        {
            await head.GoAsync(address);
            await LookAsync(head, address, faults);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Pages_WithErrors()
    {
        var plan = await new PlanBuilder().MakeAsync(host);
        var risks = RiskService.AddressOf(await new RiskBuilder().MakeAsync(host));
        var at = "/plan/" + plan.Address;
        await using var priya = await chromium.SignedInAsync(host, Role.Administrator, Role.Performance);
        var faults = new List<string>();
        foreach (var (address, button) in new[]
        {
            ("/plan/new", "Start the plan"), ("/plan/import", "Read the document"), (at + "/edit", "Save"), (at + "/actions/KA-1/edit", "Save"), (at + "/milestones/M-1/date", "Save deadline"),
            (at + "/sections/S-1/edit", "Save"), (at + "/actions/KA-1/note", "Save note"), (at + "/add/milestones?under=KA-1", "Add"), (at + "/add/challenges?under=P-1", "Add"),
            ("/administration/accounts/invite", "Make the invitation"), ("/organisation/departments/new", "Save"), ("/risks/new", "Save"), (risks + "/review", "Save review"),
            (risks + "/actions/new", "Save action"), (risks + "/controls/new", "Save control"),
        })
        {
            await priya.GoAsync(address);
            await priya.Page.Locator("main form input[type=text], main form input[type=email], main form textarea").EvaluateAllAsync<int>("fields => fields.map((f) => (f.value = '')).length");
            await priya.Page.Locator("main form").First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button }).First.ClickAsync();
            var summary = priya.Page.Locator(".govuk-error-summary");
            if (!await ComesAsync(() => summary.WaitForAsync()))
            {
                faults.Add($"{address}: no error summary");
                continue;
            }

            if (!await ComesAsync(() => Assertions.Expect(summary).ToBeFocusedAsync()))
            {
                faults.Add($"{address}: the error summary has no focus");
            }

            var lost = await summary.Locator("a").EvaluateAllAsync<string[]>("links => links.filter((a) => !document.getElementById(a.hash.slice(1))).map((a) => a.hash)");
            faults.AddRange(lost.Select(hash => $"{address}: the error links to {hash}, which is not there"));
            await LookAsync(priya, address + " with errors", faults);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Measures_FilledAndWithErrors()
    {
        await using var own = await TrellisHost.StartAsync();
        var faults = new List<string>();
        using var cast = await new CycleBuilder().MakeAsync(own);
        await IndicatorBuilder.PlaceAsync(own);
        var indicator = await new IndicatorBuilder { LeadOfficerId = cast.Owner.Id, DepartmentId = cast.Owner.DepartmentId, EntryFrom = "April 2026" }.MakeAsync(own);
        await IndicatorBuilder.FiguresAsync(own, indicator, Enumerable.Range(2, 30).Select(i => (Period.Month(2026, 5).Shift(-i), FigureValue.Of(70 + i % 4))));
        var compared = await new IndicatorBuilder { Title = "Compared with all of England", Frequency = Frequency.Yearly }.MakeAsync(own);
        await IndicatorBuilder.EnteredAsync(own, compared, EnglandPlaces.All.Where(p => p is { Kind: PlaceKind.LocalAuthority, Until: null }).Select((p, i) =>
            new NewFigure(p.Code, Period.FinancialYear(2025), new FigureValue(40 + i % 21, 400 + 10 * (i % 21), 1000, FigureStatus.Final, Shorthand.None))));
        await IndicatorBuilder.MakePublicAsync(own, compared);
        var at = IndicatorService.AddressOf(indicator);
        var entry = FilledForm.Of(await cast.Lead.GetAsync("/measures/entry"), "entry");
        var line = $"Form.Line[{indicator.Id:N}-{Period.Month(2026, 5).Number}]";
        await cast.Lead.SendAsync(entry.Fill(($"{line}.Numerator", "57"), ($"{line}.Denominator", "80"), ("Act", "send")));
        var waiting = await own.InDatabaseAsync(db => db.Set<FigureEntry>().SingleAsync());
        var unknown = await own.InScopeAsync(async services =>
        {
            var made = new Process("Made for a test", Actor.Program);
            await services.GetRequiredService<MappingService>().SaveAsync(
                new MappingOptions("Starts", "A publisher, A table, 2024", "home", false, "year", null, PeriodBasis.AcademicYear, "starts", null, null, null, compared.Id), ["year", "home", "starts"], made, default);
            return (await services.GetRequiredService<UploadService>().StageAsync([new GivenFile("figures.csv", "a,b\n1,2\n"u8.ToArray())], null, made, default)).Value!;
        });
        await using var priya = await chromium.SignedInAsync(own, Role.Administrator, Role.Performance);
        foreach (var address in new[]
        {
            $"/measures/figures/import/{unknown.Id}/columns", "/measures/figures/mappings", "/measures/catalogue", $"/plan/{cast.Plan.Address}/measures/{indicator.Address}",
            "/", "/measures", at, $"{at}/edit", $"{at}/targets", $"{at}/boards", $"{at}/changes", "/measures/entry", "/measures/sign-off", $"/measures/sign-off/{waiting.Id}", "/measures/quality", "/measures/figures",
            IndicatorService.AddressOf(compared), PublicIndicators.AddressOf(compared),
        })
        {
            await priya.GoAsync(address);
            await LookAsync(priya, address, faults);
        }

        foreach (var (address, button) in new[] { ($"{at}/changes", "Save"), ($"{at}/targets", "Send for approval"), ($"/measures/sign-off/{waiting.Id}", "Return it"), ("/measures/entry", "Send to be signed off"), ("/measures/new", "Save") })
        {
            await priya.GoAsync(address);
            await priya.PressAsync(button);
            await priya.Page.Locator(".govuk-error-summary").WaitForAsync();
            await LookAsync(priya, address + " with errors", faults);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task People_FoundDoubtfulSealedAndWithErrors()
    {
        await using var own = await TrellisHost.StartAsync();
        var faults = new List<string>();
        var police = await ExtractBuilder.AgencyAsync(own, "Police");
        await new ExtractBuilder
        {
            Rows = ["P1,Cressida,Lockwood,2011-02-03,F,1 High Street,AB1 2CD,", "P2,Cressda,Lockwood,2011-02-03,F,1 High Street,AB1 2CD,", "P3,Ambrose,Lockwood,1980-02-03,M,1 High Street,AB1 2CD,", "P4,Nobody,Nowhere,12/13/14,,,,123"],
        }.TakeInAsync(own, police);
        var (helper, _) = await ExtractBuilder.WorkerAsync(own, police, Role.HubManager);
        var account = await new AccountBuilder { Name = "Hub manager", Roles = [Role.HubManager] }.MakeAsync(own);
        var found = await helper.SendAsync("/people", "search", ("Form.Typed", "ambrose lockwood"));
        var father = found.Document.QuerySelector("tbody th a")!.GetAttribute("href")!;
        var daughter = (await helper.SendAsync("/people", "search", ("Form.Typed", "cressida lockwood 2011"))).Document.QuerySelector("tbody th a")!.GetAttribute("href")!;
        await helper.SendAsync($"{daughter}/family", "say", ("Form.Other", father.Split('/')[2]), ("Form.Kind", "Parent"), ("Form.Together", "yes"), ("Form.From", "3 2 2011"));
        await helper.SendAsync($"{daughter}/seals", "seal", ("Form.Kind", "ProtectedAddress"), ("Form.Readers", $"{account.Id}"), ("Form.Why", "Refuge"));
        await helper.SendAsync($"{daughter}/involved", "involve", ("Form.AccountId", $"{account.Id}"), ("Form.Until", $"{own.Clock.GetUtcNow().AddDays(30):d M yyyy}"), ("Form.Why", "Allocated"));
        var match = (await helper.GetAsync("/people/matches")).Document.QuerySelector("tbody th a")!.GetAttribute("href")!;
        var record = (await helper.GetAsync(daughter)).Document.QuerySelector("tbody td a")!.GetAttribute("href")!;
        await helper.SendAsync(record, "rectify", ("Form.Middle", "Rose"), ("Form.Why", "Her mother asked"));
        await using var maya = await chromium.SignedInAsync(own, account);

        foreach (var address in new[] { "/people", "/people/matches", match, "/people/hub", "/people/extracts", "/people/extracts/new", "/people/new", daughter, $"{daughter}/family", $"{daughter}/time", $"{daughter}/involved", $"{daughter}/seals", father, record })
        {
            await maya.GoAsync(address);
            await LookAsync(maya, address, faults);
        }

        await maya.GoAsync(match);
        await maya.PressAsync("Save the decision");
        await LookAsync(maya, "a decision without a verdict", faults);
        await maya.GoAsync("/people");
        await maya.TypeAsync("Name, date of birth, postcode or number", "cressida lockwood");
        await maya.Page.Locator(".trellis-suggestions li").First.WaitForAsync();
        await LookAsync(maya, "suggestions while typing", faults);
        await maya.PressAsync("Search");
        await LookAsync(maya, "found", faults);
        await maya.GoAsync($"{daughter}/seals");
        await maya.PressAsync("Set the seal");
        await LookAsync(maya, "a seal without a kind", faults);

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        helper.Dispose();
    }

    [Fact]
    public async Task Returns_CheckedKeptAndWithErrors()
    {
        await using var own = await TrellisHost.StartAsync();
        var faults = new List<string>();
        await IndicatorBuilder.PlaceAsync(own);
        var account = await new AccountBuilder { Name = "Keeping analyst", Roles = [Role.Performance] }.MakeAsync(own);
        using var keeper = await AccountBuilder.SignInAsync(own, account);
        (string, string)[] keep = [("Form.Keep", "keep"), ("Form.Months", "3")];
        var deleted = (await new SmallReturn().CheckAsync(keeper, typed: keep)).Address.AbsolutePath;
        await keeper.SendAsync($"{deleted}/delete", "delete");
        var first = (await new SmallReturn().CheckAsync(keeper, typed: keep)).Address.AbsolutePath;
        await keeper.SendAsync($"{first}/indicators", "send");
        var at = (await new SmallReturn { Ethnic = "YYYY" }.CheckAsync(keeper, $"/returns/check?after={first.Split('/')[2]}", keep)).Address.AbsolutePath;
        var failure = (await keeper.GetAsync($"{at}/failures?rule=103")).Document.QuerySelector("tbody td a")!.GetAttribute("href")!;
        await keeper.SendAsync(failure, "explain", ("Form.Reason", "Not asked yet"));
        await using var priya = await chromium.SignedInAsync(own, Role.Administrator, Role.Performance);
        foreach (var address in new[] { "/returns", $"{at}/open", $"{deleted}/deleted", "/returns/board" })
        {
            await priya.GoAsync(address);
            await LookAsync(priya, address, faults);
        }

        await priya.GoAsync($"{at}/open");
        await priya.PressAsync("Open it");
        await LookAsync(priya, "open for a reason, without one", faults);
        await priya.TypeAsync("Why do you have to open it now?", "The return is due today and its owner is away");
        await priya.PressAsync("Open it");
        await priya.SeeAsync("SSDA903 of 2026");
        foreach (var address in new[] { "", "/failures", "/failures?rule=103&explained=yes", "/failures?child=2", "/children", "/children?all=yes", "/children/2", "/indicators", "/indicators/cla.at-year-end.by-age", "/indicators/cla.started", "/files", "/changes", "/access" }.Select(part => at + part).Append(failure))
        {
            await priya.GoAsync(address);
            await LookAsync(priya, address, faults);
        }

        await priya.GoAsync(at + "/children");
        await priya.PressAsync("Find");
        await LookAsync(priya, "children, none typed", faults);
        await priya.GoAsync("/returns/check");
        await priya.PressAsync("Check");
        await priya.Page.Locator(".govuk-error-summary").WaitForAsync();
        await LookAsync(priya, "check, no files", faults);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Boards_EmptyFilledAndWithErrors()
    {
        var faults = new List<string>();
        var (empty, board) = (await new BoardBuilder { Name = "Empty board" }.MakeAsync(host), await new BoardBuilder { Name = "Busy board", IsPublic = true, Quorum = 3 }.MakeAsync(host));
        var meeting = await BoardBuilder.MeetingAsync(host, board, new DateOnly(2026, 6, 1));
        await BoardBuilder.MemberAsync(host, board, "Superintendent");
        var item = await BoardBuilder.ItemAsync(host, meeting, "Early help", isKeyDecision: true);
        await BoardBuilder.ItemAsync(host, meeting, "A tender", new Keeping(Openness.Exempt, 3, "Prices would be known."));
        await BoardBuilder.PaperAsync(host, item, "How it stands", "# Hubs\n\n| Hub | Families |\n|---|---|\n| North | 12 |\n\n- [The plan](/plans)\n1. One");
        await BoardBuilder.DecisionAsync(host, meeting, item, "Open a hub");
        await BoardBuilder.ChallengeAsync(host, board, "Why so late?");
        var (at, sitting, none) = ($"/boards/{board.Address}", $"/boards/{board.Address}/meetings/{meeting.Address}", $"/boards/{empty.Address}");
        await using var clerk = await chromium.SignedInAsync(host, Role.Clerk, Role.Performance);
        foreach (var address in new[]
        {
            none, $"{none}/meetings", $"{none}/forward-plan", $"{none}/decisions", $"{none}/challenges", $"{none}/members", $"{none}/terms", $"{at}/rules", at, $"{at}/meetings", sitting,
            $"{sitting}/edit", $"{sitting}/attendance", $"{sitting}/declare", $"{sitting}/cancel", $"{sitting}/items/1", $"{sitting}/items/1/edit", $"{sitting}/items/1/minutes",
            $"{sitting}/items/1/decide", $"{sitting}/items/1/papers/new", $"{sitting}/items/1/papers/1", $"{sitting}/items/2", $"{at}/decisions", $"{at}/decisions/D-1", $"{at}/decisions/D-1/edit",
            $"{at}/challenges", $"{at}/challenges/SC-1", $"{at}/challenges/SC-1/edit", $"{at}/challenges/SC-1/link?words=a", $"{at}/members", "/boards/challenges", "/",
        })
        {
            await clerk.GoAsync(address);
            await LookAsync(clerk, address, faults);
        }

        foreach (var (address, button) in new[]
        {
            ($"{at}/meetings/new", "Save"), ($"{at}/meetings/series", "Plan these meetings"), ($"{sitting}/items/new", "Save"), ($"{at}/terms/new", "Save"), ($"{at}/members/new", "Save"),
            ($"{at}/forward-plan/new", "Save"), ($"{at}/challenges/new", "Save"), ($"{at}/challenges/SC-1/answer", "Send the answer"), ($"{sitting}/cancel", "Cancel the meeting"),
        })
        {
            await clerk.GoAsync(address);
            await clerk.Page.Locator("main form").First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button }).First.ClickAsync();
            await clerk.Page.Locator(".govuk-error-summary").WaitForAsync();
            await LookAsync(clerk, address + " with errors", faults);
        }

        await clerk.GoAsync(sitting);
        await clerk.PressAsync("Agenda and papers were sent today");
        await using var anybody = await chromium.OpenAsync(host);
        foreach (var address in new[] { "/public/boards", $"/public{at}", $"/public{sitting}", "/public/boards/search?q=help" })
        {
            await anybody.GoAsync(address);
            await LookAsync(anybody, address, faults);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Import_InEachOfItsSteps()
    {
        var import = await host.InScopeAsync(async s => (await s.Get<ImportService>().StageAsync(
            GivenDocument.FileName, GivenDocument.Bytes(), null, new Process("Read for a test", Actor.Program), default)).Value!);
        await using var priya = await chromium.SignedInAsync(host, Role.Performance);
        var faults = new List<string>();
        foreach (var step in new[] { "", "/lines", "/save" })
        {
            await priya.GoAsync($"/plan/import/{import.Id}{step}");
            await LookAsync(priya, "import" + step, faults);
        }

        await priya.GoAsync($"/plan/import/{import.Id}");
        await priya.PressAsync("Save these answers");
        await LookAsync(priya, "import with nothing chosen", faults);

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task SignIn_WithAndWithoutErrors()
    {
        await using var anybody = await chromium.OpenAsync(host);
        var faults = new List<string>();
        foreach (var address in new[] { "/sign-in", "/start/nothing", "/sign-in/locked" })
        {
            await anybody.GoAsync(address);
            await LookAsync(anybody, address, faults);
        }

        await anybody.GoAsync("/sign-in");
        await anybody.Page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
        await LookAsync(anybody, "/sign-in with errors", faults);

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>Whether what is waited for comes: on a machine that is busy it may take its time.</summary>
    private static async Task<bool> ComesAsync(Func<Task> wait)
    {
        try
        {
            await wait();
            return true;
        }
        catch (Exception never) when (never is TimeoutException or PlaywrightException)
        {
            return false;
        }
    }

    private static async Task LookAsync(Person person, string what, List<string> faults)
    {
        var page = person.Page;
        await page.SetViewportSizeAsync(1280, 900);
        var found = await page.RunAxe(Wcag22);
        faults.AddRange(found.Violations.Select(v => $"{what}: {v.Id}, {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        foreach (var width in PhoneWidths)
        {
            await page.SetViewportSizeAsync(width, 700);
            var cut = await Layout.CutOffAsync(page);
            if (cut.Length > 0)
            {
                faults.Add($"{what} at {width} px: {string.Join(" | ", cut)}");
            }
        }
    }
}
