using Microsoft.Playwright;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Testing;

namespace Trellis.Browser.Tests;

/// <summary>From the scorecard to a figure that counts, as the people of a measure go it.</summary>
public sealed class MeasureTests(Chromium chromium)
{
    private static readonly Period May = Period.Month(2026, 5);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FromScorecardToPack(bool script)
    {
        await using var host = await TrellisHost.StartAsync();
        using var cast = await new CycleBuilder().MakeAsync(host);
        await IndicatorBuilder.PlaceAsync(host);
        var indicator = await new IndicatorBuilder { Title = "Visits in time", LeadOfficerId = cast.Owner.Id, DepartmentId = cast.Owner.DepartmentId, EntryFrom = "May 2026" }.MakeAsync(host);
        await IndicatorBuilder.FiguresAsync(host, indicator, Enumerable.Range(1, 30).Select(i => (May.Shift(-i), new FigureValue(i < 8 ? 60 + i % 2 : 70 + i % 3, null, null, FigureStatus.Final, Shorthand.None))));
        var (forum, meeting) = await new MeetingBuilder().MakeAsync(host);
        await host.InScopeAsync(async s => await s.Get<IndicatorReviews>().SayAsync(indicator, [(await s.Get<IndicatorReviews>().ForumsAsync(default)).Single(f => f.Address == forum).Id], new Process("Made for a test", Actor.Program), default));

        // What really changed stands first; the lead drills down to it.
        await using var lead = await chromium.AsAsync(host, cast.Lead, script);
        await lead.GoAsync("/");
        await lead.SeeTextAsync("Enter figures");
        await lead.GoAsync("/measures");
        await lead.SeeTextAsync("1 changed for the worse, more than chance");
        await lead.FollowAsync("Visits in time");
        await lead.SeeTextAsync("Changed for the worse: this is more than chance.");

        // This month's figure comes from a spreadsheet, is odd, and is explained.
        await lead.GoAsync("/measures/entry");
        await lead.Page.Locator("summary", new PageLocatorOptions { HasText = "Paste from a spreadsheet" }).ClickAsync();
        await lead.TypeAsync("Figures with their headings", "Indicator\tPeriod\tCounted\tOut of\tCommentary\nVisits in time\tMay 2026\t12\t80\tA team stood still.");
        await lead.PressAsync("Fill them in below");
        await lead.SeeTextAsync("1 figure was filled in. Look at them and send them.");
        await lead.TypeAsync("Is that right? Say why", "");
        await lead.PressAsync("Send to be signed off");
        await lead.SeeTextAsync("Correct it, or say why it is so");
        await lead.TypeAsync("Is that right? Say why", "Nobody could travel for three weeks.");
        await lead.PressAsync("Send to be signed off");
        await lead.SeeTextAsync("1 figure was sent to be signed off.");

        await using var head = await chromium.AsAsync(host, cast.Head, script);
        await head.GoAsync("/");
        await head.FollowAsync("Sign off figures");
        await head.SeeTextAsync("Nobody could travel for three weeks.");
        await head.ChooseAsync("Sign off Visits in time, May 2026");
        await head.PressAsync("Sign off those ticked");
        await head.SeeTextAsync("1 figure was signed off.");

        await lead.GoAsync(IndicatorService.AddressOf(indicator));
        await lead.SeeTextAsync("15.0% in May 2026");
        await lead.SeeTextAsync("A team stood still.");
        var picture = await (await lead.Page.APIRequest.GetAsync($"{host.Address}measures/{indicator.Address}/chart.png")).BodyAsync();
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        using var secretary = await host.SignedInAsync(Role.Clerk);
        await using var clerk = await chromium.AsAsync(host, secretary, script);
        await clerk.GoAsync($"/boards/{forum}/meetings/{meeting}/pack");
        await clerk.SeeTextAsync("Blackpool: 15.0% in May 2026");

        // The head makes it public; anybody reads the figure in plain words, and nothing of what was said inside.
        await head.GoAsync($"{IndicatorService.AddressOf(indicator)}/public");
        await head.PressAsync("Make it public");
        await using var anybody = await chromium.OpenAsync(host, script);
        await anybody.GoAsync($"/figures/{indicator.Address}");
        await anybody.SeeTextAsync("15.0% in May 2026");
        Assert.DoesNotContain("A team stood still.", await anybody.MainAsync(), StringComparison.Ordinal);
    }
}
