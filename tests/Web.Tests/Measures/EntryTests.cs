using System.Net;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Outbox;
using Trellis.Measures;
using Trellis.Measures.Entry;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Plans.Updates;
using Trellis.Testing;

namespace Trellis.Web.Tests.Measures;

/// <summary>Figures are entered by who owns them, asked about, signed off by somebody else, and locked with their cycle.</summary>
public sealed class EntryTests
{
    private static readonly Period May = Period.Month(2026, 5);

    [Theory, OnBothDatabases]
    public async Task Post_AFigure_CountsOnlyOnceSomebodyElseSignsItOff(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var indicator = await MakeAsync(host, cast);

        var page = await cast.Lead.GetAsync("/measures/entry");
        Assert.Contains("1 figure is missing. Send what you can by Friday 12 June 2026.", page.Main, StringComparison.Ordinal);
        var sent = await cast.Lead.SendAsync(page, "entry", (Field(indicator, "Numerator"), "60"), (Field(indicator, "Denominator"), "80"), (Field(indicator, "Commentary"), "Two workers came back."), ("Act", "send"));
        Assert.Equal("1 figure was sent to be signed off.", sent.Said);
        Assert.Empty(await FiguresAsync(host, indicator));

        var ofLead = await cast.Lead.GetAsync("/measures/sign-off");
        Assert.Equal(HttpStatusCode.Forbidden, ofLead.Status);
        var waiting = await cast.Head.GetAsync("/measures/sign-off");
        Assert.Contains("75.0% (60 of 80)", waiting.Main, StringComparison.Ordinal);
        var signed = await cast.Head.SendAsync(waiting, "sign", await BoxAsync(host, indicator));
        Assert.Equal("1 figure was signed off.", signed.Said);
        Assert.Equal([(75m, 60m, 80m, 1)], (await FiguresAsync(host, indicator)).Select(f => (f.Value!.Value, f.Said.Numerator!.Value, f.Said.Denominator!.Value, f.Revision)));
        Assert.Contains("Two workers came back.", (await cast.Lead.GetAsync(IndicatorService.AddressOf(indicator))).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_AnOddFigure_IsAskedAboutAndTheAnswerGoesWithIt(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var indicator = await MakeAsync(host, cast);
        await IndicatorBuilder.FiguresAsync(host, indicator, Enumerable.Range(1, 14).Select(i => (May.Shift(-i), FigureValue.Of(70 + i % 3))));

        var asked = await cast.Lead.SendAsync("/measures/entry", "entry", (Field(indicator, "Numerator"), "5"), (Field(indicator, "Denominator"), "80"), ("Act", "send"));
        Assert.StartsWith("Assessments finished in 45 working days, May 2026: 6.3% is below all that the figures before let expect", Assert.Single(asked.Errors), StringComparison.Ordinal);
        Assert.Equal("5", asked.Field(Field(indicator, "Numerator")));
        var sent = await cast.Lead.SendAsync(asked, "entry", (Field(indicator, "Explanation"), "The system was down for three weeks."), ("Act", "send"));
        Assert.Equal("1 figure was sent to be signed off.", sent.Said);
        var waiting = await cast.Head.GetAsync("/measures/sign-off");
        Assert.Contains("Answered: The system was down for three weeks.", waiting.Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_WhatCannotBeRead_SaysWhereAndKeepsWhatWasTyped(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var indicator = await MakeAsync(host, cast);

        var wrong = await cast.Lead.SendAsync("/measures/entry", "entry", (Field(indicator, "Numerator"), "lots"), (Field(indicator, "Commentary"), "As I said"), ("Act", "send"));
        Assert.Equal(["“lots” is no number. Enter digits, such as 1,204 or 31.5"], wrong.Errors);
        Assert.Equal("As I said", wrong.Field(Field(indicator, "Commentary")));
        var half = await cast.Lead.SendAsync("/measures/entry", "entry", (Field(indicator, "Numerator"), "4"), ("Act", "send"));
        Assert.Equal(["Enter of how many, too"], half.Errors);
        var contradicts = await cast.Lead.SendAsync("/measures/entry", "entry", (Field(indicator, "Numerator"), "60"), (Field(indicator, "Denominator"), "80"), (Field(indicator, "Value"), "76"), ("Act", "send"));
        Assert.Equal(["60 of 80 is 75.0%, not 76.0%. Correct one of them, or leave the figure empty"], contradicts.Errors);
        var nothing = await cast.Lead.SendAsync("/measures/entry", "entry", ("Act", "send"));
        Assert.Equal(["Enter at least one figure"], nothing.Errors);
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Set<FigureEntry>().CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Post_Pasted_FillsTheGridAndSaysWhatItCannotPlace(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var indicator = await MakeAsync(host, cast, "April 2026");

        var wrong = await cast.Lead.SendAsync("/measures/entry", "paste", ("Form.Pasted", "Indicator\tPeriod\tCounted\tOut of\nSomething else\tMay 2026\t1\t2\nAssessments finished in 45 working days\tMay 2031\t1\t2"));
        Assert.Equal(["Line 2: “Something else” is none of the indicators on this page", "Line 3: Assessments finished in 45 working days is not asked for May 2031"], wrong.Errors);
        var filled = await cast.Lead.SendAsync(
            "/measures/entry", "paste", ("Form.Pasted", "Indicator\tPeriod\tCounted\tOut of\tCommentary\nassessments finished in 45 working days\tMay 2026\t60\t80\t\"Two\nlines\"\nAssessments finished in 45 working days\tApr 2026\t1,050\t1,400\t"));
        Assert.Equal("2 figures were filled in. Look at them and send them.", filled.Said);
        Assert.Equal(("60", "1050"), (filled.Field(Field(indicator, "Numerator")), filled.Field(Field(indicator, "Numerator", May.Shift(-1)))));
        Assert.Equal("Two\nlines", filled.Field(Field(indicator, "Commentary")).ReplaceLineEndings("\n"));
        var sent = await cast.Lead.SendAsync(filled, "entry", ("Act", "send"));
        Assert.Equal("2 figures were sent to be signed off.", sent.Said);
    }

    [Theory, OnBothDatabases]
    public async Task Post_ByWhoDoesNotOwnIt_IsNotThere(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var indicator = await MakeAsync(host, cast);
        var stranger = await new OfficerBuilder { Name = "Somebody else" }.MakeAsync(host);
        using var other = await new AccountBuilder { Roles = [Role.LeadOfficer], OfficerId = stranger.Id }.SignInAsync(host);
        using var reader = await host.SignedInAsync(Role.Reader);

        Assert.Contains("No figure is asked of you.", (await other.GetAsync("/measures/entry")).Main, StringComparison.Ordinal);
        await new IndicatorBuilder { Title = "Of the stranger", LeadOfficerId = stranger.Id, EntryFrom = "May 2026" }.MakeAsync(host);
        var form = FilledForm.Of(await other.GetAsync("/measures/entry"), "entry");
        form.Fields.AddRange([new(Field(indicator, "Stamp"), "0"), new(Field(indicator, "Value"), "1"), new("Act", "send")]);
        await other.SendAsync(form);
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Set<FigureEntry>().CountAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/measures/entry")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/measures/quality")).Status);

        // Nobody signs off what they sent themselves, whatever their role is.
        await cast.Performance.SendAsync("/measures/entry", "entry", (Field(indicator, "Numerator"), "60"), (Field(indicator, "Denominator"), "80"), ("Act", "send"));
        var list = FilledForm.Of(await cast.Performance.GetAsync("/measures/sign-off"), "sign");
        var (box, version) = await BoxAsync(host, indicator);
        list.Fields.Add(new(box, version));
        var own = await cast.Performance.SendAsync(list);
        Assert.Equal(["Assessments finished in 45 working days: you sent this figure yourself, so somebody else has to sign it off"], own.Errors);
    }

    [Theory, OnBothDatabases]
    public async Task Post_Return_GoesBackWithItsReasonAndAMessage(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var indicator = await MakeAsync(host, cast);
        await SendAsync(cast, indicator, 60);

        var id = (await EntryAsync(host, indicator)).Id;
        var bare = await cast.Head.SendAsync($"/measures/sign-off/{id}", "return");
        Assert.Equal(["Say what has to be put right, in 1,000 characters or fewer"], bare.Errors);
        await cast.Head.SendAsync($"/measures/sign-off/{id}", "return", ("Form.Why", "June's starters are in it."));
        var page = await cast.Lead.GetAsync("/measures/entry");
        Assert.Contains("It came back: June's starters are in it.", page.Main, StringComparison.Ordinal);
        Assert.Equal("60", page.Field(Field(indicator, "Numerator")));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.Subject == "A figure came back to you")));
        await cast.Lead.SendAsync(page, "entry", (Field(indicator, "Numerator"), "58"), ("Act", "send"));
        await cast.Head.SendAsync("/measures/sign-off", "sign", await BoxAsync(host, indicator));
        Assert.Equal(72.5m, Assert.Single(await FiguresAsync(host, indicator)).Value);
    }

    [Theory, OnBothDatabases]
    public async Task Post_AfterTheCycleLocked_IsACorrectionOfThePerformanceTeamWithItsReason(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var indicator = await MakeAsync(host, cast);
        await SendAsync(cast, indicator, 60);
        await cast.Head.SendAsync("/measures/sign-off", "sign", await BoxAsync(host, indicator));
        await host.InScopeAsync(async s => await s.Get<CycleRun>().LockAsync((await s.Get<CycleRun>().TakeAsync(cast.Cycle.Address, default))!, new Process("Made for a test", Actor.Program), default));

        var change = $"/measures/entry?change={indicator.Id:N}-{May.Number}";
        var typed = new[] { (Field(indicator, "Numerator"), "61"), (Field(indicator, "Denominator"), "80"), ("Act", "send") };
        var refused = await cast.Lead.SendAsync(change, "entry", typed);
        Assert.Equal(["Quarter 1, 2026/27 is locked. Ask the performance team to correct its figures"], refused.Errors);
        var bare = await cast.Performance.SendAsync(change, "entry", typed);
        Assert.Equal(["Quarter 1, 2026/27 is locked. Say why its figure has to be corrected"], bare.Errors);
        await cast.Performance.SendAsync(change, "entry", [.. typed, (Field(indicator, "CorrectionWhy"), "One assessment was counted twice.")]);
        await cast.Head.SendAsync("/measures/sign-off", "sign", await BoxAsync(host, indicator));

        var figure = Assert.Single(await FiguresAsync(host, indicator));
        Assert.Equal((76.25m, 2, FigureStatus.Revised), (figure.Value, figure.Revision, figure.Said.Status));
        Assert.Contains("Corrected: One assessment was counted twice.", (await cast.Lead.GetAsync(IndicatorService.AddressOf(indicator))).Main, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Post_OneThatSomebodyElseEnteredMeanwhile_IsNotWrittenOver(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var indicator = await MakeAsync(host, cast);
        var early = await cast.Performance.GetAsync("/measures/entry");
        await SendAsync(cast, indicator, 60);

        var late = await cast.Performance.SendAsync(early, "entry", (Field(indicator, "Numerator"), "70"), (Field(indicator, "Denominator"), "80"), ("Act", "send"));

        Assert.Contains("somebody else entered this figure since you opened the page", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Equal(60, (await EntryAsync(host, indicator)).Numerator);
    }

    [Theory, OnBothDatabases]
    public async Task Import_AReBasedPopulation_RevisesTheRatesMadeWithIt(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);
        using var cast = await new CycleBuilder().MakeAsync(host);
        var people = await new IndicatorBuilder { Title = "Children aged 0 to 17", Unit = MeasureUnit.Number, Decimals = 0, Kind = IndicatorKind.Contextual, Frequency = Frequency.Yearly, Basis = Basis.Snapshot }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, people, (Period.AtEndOf(2025, 6), FigureValue.Of(28_000)));
        var rate = await new IndicatorBuilder
        {
            Title = "Looked after", Unit = MeasureUnit.PerTenThousand, Polarity = Polarity.None, LeadOfficerId = cast.Owner.Id, DepartmentId = cast.Owner.DepartmentId, EntryFrom = "March 2026",
            PopulationId = people.Id, Basis = Basis.Snapshot,
        }.MakeAsync(host);
        await IndicatorBuilder.PlaceAsync(host);
        var march = Period.AtEndOf(2026, 3);
        var page = await cast.Lead.GetAsync("/measures/entry");
        Assert.Contains("Out of 28,000 people, the estimate for 30 June 2025", page.Main, StringComparison.Ordinal);
        await cast.Lead.SendAsync(page, "entry", (Field(rate, "Numerator", march), "560"), ("Act", "send"));
        await cast.Head.SendAsync("/measures/sign-off", "sign", await BoxAsync(host, rate));
        Assert.Equal(200, Assert.Single(await FiguresAsync(host, rate)).Value);

        await IndicatorBuilder.FiguresAsync(host, people, (Period.AtEndOf(2025, 6), FigureValue.Of(28_700)));
        var remade = await host.InScopeAsync(s => s.Get<RebasedRates>().RemakeAsync([people.Id], new Process("Made for a test", Actor.Program), default));

        Assert.Equal(1, remade.Value);
        var figure = Assert.Single(await FiguresAsync(host, rate));
        Assert.Equal((560m / 28_700 * 10_000, 28_700m, 2, FigureStatus.Revised), (figure.Value!.Value, figure.Said.Denominator!.Value, figure.Revision, figure.Said.Status));
    }

    [Fact]
    public async Task Remind_MissingFigures_AreAskedForWithTheUpdates()
    {
        await using var host = await TrellisHost.StartAsync();
        using var cast = await new CycleBuilder { IsOpen = false }.MakeAsync(host);
        await MakeAsync(host, cast);
        await cast.Performance.SendAsync($"/cycles/{cast.Cycle.Address}", "step", ("Form.Act", "open"));

        var letter = await host.InDatabaseAsync(db => db.Set<OutboxMessage>().SingleAsync(m => m.Subject.Contains("due by")));
        Assert.Equal("2 updates and 1 figure are due by Friday 12 June 2026", letter.Subject);
        Assert.Contains("\n/measures/entry\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains("The figure of May 2026 is missing", (await cast.Lead.GetAsync("/measures/quality")).Main, StringComparison.Ordinal);
    }

    private static async Task<Indicator> MakeAsync(TrellisHost host, CycleCast cast, string from = "May 2026")
    {
        await IndicatorBuilder.PlaceAsync(host);
        return await new IndicatorBuilder { LeadOfficerId = cast.Owner.Id, DepartmentId = cast.Owner.DepartmentId, EntryFrom = from }.MakeAsync(host);
    }

    private static Task<PageAnswer> SendAsync(CycleCast cast, Indicator indicator, int numerator) =>
        cast.Lead.SendAsync("/measures/entry", "entry", (Field(indicator, "Numerator"), $"{numerator}"), (Field(indicator, "Denominator"), "80"), ("Act", "send"));

    private static string Field(Indicator indicator, string name, Period? period = null) => $"Form.Line[{indicator.Id:N}-{(period ?? May).Number}].{name}";

    private static Task<FigureEntry> EntryAsync(TrellisHost host, Indicator indicator) =>
        host.InDatabaseAsync(db => db.Set<FigureEntry>().AsNoTracking().Where(e => e.IndicatorId == indicator.Id).OrderByDescending(e => e.Round).FirstAsync());

    private static async Task<(string, string)> BoxAsync(TrellisHost host, Indicator indicator) =>
        await EntryAsync(host, indicator) is var entry ? ($"Entry.{entry.Id:N}", $"{entry.Version}") : default;

    private static Task<IReadOnlyList<Figure>> FiguresAsync(TrellisHost host, Indicator indicator) =>
        host.InScopeAsync(s => s.Get<FigureReader>().ReadAsync(indicator.Id, IndicatorBuilder.Here, default));
}
