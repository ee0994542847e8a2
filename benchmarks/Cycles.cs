using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Outbox;
using Trellis.Plans;
using Trellis.Plans.Updates;

namespace Trellis.Bench;

/// <summary>A reporting cycle of a large plan: opened for all its owners, and written in by many of them at once.</summary>
internal static partial class Cycles
{
    private const int Owners = 500;
    private const int Senders = 200;
    private static readonly Kernel.Process Making = new("Made for the benchmark", Actor.Program);

    /// <summary>The plan's actions shared out among 500 owners, each with an account, and the cycle opened.</summary>
    /// <returns>The session cookies of the first of them.</returns>
    public static async Task<List<string>> OpenAsync(BenchHost host, Plan plan, Report report)
    {
        var officers = await host.InScopeAsync(services => StaffAsync(services, plan));
        var cookies = new List<string>();
        foreach (var (officer, i) in officers.Select((o, i) => (o, i)))
        {
            var options = new AccountOptions(officer.Name, $"owner{i}@example.gov.uk", [Role.LeadOfficer], officer.Id);
            if (i < Senders)
            {
                cookies.Add(await host.SignInAsync(options));
            }
            else
            {
                await host.InScopeAsync(services => services.GetRequiredService<AccountService>().CreateAsync(options, Making, default));
            }
        }

        var today = await host.InScopeAsync(services => Task.FromResult(services.GetRequiredService<WorkingCalendar>().Today));
        var cycle = await host.InScopeAsync(async services => (await services.GetRequiredService<CycleService>().CreateAsync(
            new CycleOptions("Quarter", new CycleDates(today, today, today.AddDays(14), today.AddDays(17), today.AddDays(21)), 0, [plan.Id], []), Making, default)).Value!);
        var clock = Stopwatch.StartNew();
        var reminded = await host.InScopeAsync(async services =>
        {
            var run = services.GetRequiredService<CycleRun>();
            return (await run.OpenAsync((await run.TakeAsync(cycle.Address, default))!, Making, default)).Value;
        });
        var took = clock.Elapsed.TotalSeconds;
        var letters = await host.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OutboxMessage>().CountAsync());
        if (reminded != Owners || letters != Owners)
        {
            report.Fail("a cycle opened", $"{reminded} owners reminded and {letters} letters, not {Owners}");
        }

        report.AtMost($"a cycle opened with {Owners} reminders", took, 5, "s");
        return cookies;
    }

    /// <summary>200 officers send the same line again and again; every answer is compared with what stands afterwards.</summary>
    public static async Task SendAsync(BenchHost host, IReadOnlyList<string> cookies, TimeSpan warm, TimeSpan length, Report report)
    {
        var senders = await Task.WhenAll(cookies.Select(cookie => Sender.OpenAsync(host.Address, cookie)));
        await RoundAsync(senders, warm, TimeSpan.Zero);
        foreach (var (how, pause) in new[] { ("without a pause", TimeSpan.Zero), ("one update a second each", TimeSpan.FromSeconds(1)) })
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var times = await RoundAsync(senders, length, pause);
            cpu = Environment.CpuUsage.TotalTime - cpu;
            times.Sort();
            Report.Say($"{Senders} officers sending for {length.TotalSeconds:N0} s, {how}", $"{times.Count:N0} updates, {times.Count / length.TotalSeconds:N0} a second, median {times[times.Count / 2]:N0} ms, processor {cpu.TotalMilliseconds / times.Count:N2} ms");
            report.AtMost("  their p95", times[(int)(times.Count * 0.95)], 300, "ms");
        }

        var saved = await host.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Update>().AsNoTracking().ToDictionaryAsync(u => u.ItemId));
        var lost = senders.Count(s => s.Sent == 0 || !saved.TryGetValue(s.Item, out var update) || update.Version != s.Sent || update.Text != s.Last);
        if (lost > 0)
        {
            report.Fail("  nothing lost", $"{lost} officers' last words do not stand");
        }
        else
        {
            Report.Say("  nothing lost", $"all {senders.Sum(s => s.Sent):N0} stand in the history, each officer's last words in the plan");
        }

        Array.ForEach(senders, s => s.Dispose());
    }

    private static async Task<List<double>> RoundAsync(Sender[] senders, TimeSpan length, TimeSpan pause)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        return [.. (await Task.WhenAll(senders.Select(sender => Task.Run(() => sender.SendUntilAsync(until, pause))))).SelectMany(t => t)];
    }

    private static async Task<List<Officer>> StaffAsync(IServiceProvider services, Plan plan)
    {
        var organisation = services.GetRequiredService<OrganisationService>();
        var db = services.GetRequiredService<AppDbContext>();
        var officers = new List<Officer>();
        for (var i = 0; i < Owners; i++)
        {
            officers.Add((await organisation.SaveOfficerAsync(null, 0, new OfficerOptions($"Owner {i}", null, false, null, null), Making, default)).Value!);
        }

        // As in a council: whoever leads today hands over, here each action to the next of five hundred.
        db.ChangeTracker.Clear();
        var items = services.GetRequiredService<ItemService>();
        var actions = await db.Set<KeyAction>().AsNoTracking().Where(a => a.PlanId == plan.Id).OrderBy(a => a.Id).ToListAsync();
        foreach (var (action, i) in actions.Select((a, i) => (a, i)))
        {
            await items.ChangeAsync(
                plan.Id, action.Reference, action.Version, new ActionOptions(action.Title, officers[i % Owners].Id, [], action.DepartmentId is { } d ? [d] : [], null), Making, default);
            db.ChangeTracker.Clear();
        }

        return officers;
    }

    /// <summary>One officer at a browser: opens the page once, and sends its first line over and over.</summary>
    private sealed partial class Sender : IDisposable
    {
        private readonly Connection connection;
        private readonly string token;
        private readonly string name;

        private Sender(Connection connection, string token, string name)
        {
            this.connection = connection;
            this.token = token;
            this.name = name;
            Item = Guid.ParseExact(name[^33..^1], "N");
        }

        public Guid Item { get; }
        public int Sent { get; private set; }
        public string Last { get; private set; } = "";

        public static async Task<Sender> OpenAsync(Uri address, string cookie)
        {
            var jar = new CookieContainer();
            jar.SetCookies(address, cookie);
            using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = jar }) { BaseAddress = address };
            var page = await browser.GetStringAsync("/updates");
            return new Sender(await Connection.OpenAsync(address, jar.GetCookieHeader(address)), Token().Match(page).Groups[1].Value, Line().Match(page).Groups[1].Value);
        }

        public async Task<List<double>> SendUntilAsync(long until, TimeSpan pause)
        {
            var times = new List<double>();
            while (Stopwatch.GetTimestamp() < until)
            {
                var text = $"Said for the {Sent + 1}th time: the work goes on as it was planned, and two schools more have joined.";
                times.Add(await connection.PostAsync("/updates",
                [
                    new("_handler", "updates"), new("__RequestVerificationToken", token), new("Act", "send"),
                    new($"{name}.Stamp", Sent.ToString(CultureInfo.InvariantCulture) + ".0"), new($"{name}.Progress", "Managed"), new($"{name}.Text", text),
                ]));
                (Sent, Last) = (Sent + 1, text);
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause);
                }
            }

            return times;
        }

        public void Dispose() => connection.Dispose();

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
        private static partial Regex Token();

        [GeneratedRegex("data-name=\"([^\"]+)\"", RegexOptions.None, 1000)]
        private static partial Regex Line();
    }
}
