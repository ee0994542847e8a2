using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trellis.Kernel.Places;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Testing;

namespace Trellis.Web.Tests.Measures;

/// <summary>
/// Somebody reads everything that is public, before a change and after it, sets up every sum that they know of in both, all of them together, and tries to work
/// out what is kept back: wards and their authority, months since the year began, parts and their total, counts and what they are counted of. They even know
/// which figures were revised and which were not.
/// </summary>
public sealed partial class RecoveryTests
{
    private static readonly PlaceCode[] Wards = [.. Enumerable.Range(0, 6).Select(i => PlaceCode.Read($"E0501518{i}")!.Value)];
    private static readonly PlaceCode[] Places = [.. Wards, IndicatorBuilder.Here];
    private static readonly Period[] SinceApril = [.. Enumerable.Range(1, 6).Select(months => Period.To(2025, 3 + months, months))];
    private static readonly Period[] Quarter = [Period.Month(2025, 4), Period.Month(2025, 5), Period.Month(2025, 6), Period.To(2025, 6, 3)];

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Everything_ThatIsPublic_GivesNoHiddenNumberAway(int seed)
    {
        await using var host = await TrellisHost.StartAsync();
        await IndicatorBuilder.PlaceAsync(host);
        var world = await World.MakeAsync(host, new Random(seed));
        var before = (Truth: world.Truth().Where(t => t.Key.Period != SinceApril[^1]).ToDictionary(), Shown: await ReadAsync(host, world));
        await world.ChangeAsync(host);

        var after = (Truth: world.Truth(), Shown: await ReadAsync(host, world));

        var hidden = after.Truth.Keys.Where(k => after.Shown[k] is null).ToList();
        Assert.InRange(hidden.Count, 10, after.Truth.Count * 3 / 4);
        Assert.DoesNotContain(after.Shown, s => s.Value is >= 1 and <= 5);
        var faults = new Puzzle(before, after).Solved();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults.Take(20)));
    }

    /// <summary>One number that might be read: how many, of how many.</summary>
    private readonly record struct Number(string Indicator, PlaceCode Place, Period Period, char Of);

    private static async Task<Dictionary<Number, long?>> ReadAsync(TrellisHost host, World world)
    {
        using var anybody = host.Anybody();
        var shown = world.Truth().Keys.ToDictionary(k => k, _ => (long?)null);
        var list = await anybody.Http.GetStringAsync("/api/v1/indicators");
        foreach (var indicator in world.All)
        {
            Assert.Contains($"\"id\":\"{indicator.Address}\"", list, StringComparison.Ordinal);
            using var answer = JsonDocument.Parse(await anybody.Http.GetStringAsync($"/api/v1/indicators/{indicator.Address}/figures"));
            foreach (var figure in answer.RootElement.GetProperty("figures").EnumerateArray())
            {
                var (place, period) = (PlaceCode.Read(figure.GetProperty("place").GetString())!.Value, Period.ReadKey(figure.GetProperty("period").GetString()!)!.Value);
                Take('n', indicator.Unit.IsRate() ? "numerator" : "value");
                Take('d', "denominator");

                void Take(char of, string name)
                {
                    if (figure.GetProperty(name) is { ValueKind: JsonValueKind.Number } number)
                    {
                        shown[new(indicator.Address, place, period, of)] = number.GetInt64();
                    }
                }
            }

            await LookThroughAsync(anybody, world, indicator, shown);
        }

        return shown;
    }

    /// <summary>In no text of an indicator stands a number that it hides and does not show elsewhere too; nor its share.</summary>
    private static async Task LookThroughAsync(Visitor anybody, World world, Indicator indicator, Dictionary<Number, long?> shown)
    {
        var texts = new List<string> { await anybody.Http.GetStringAsync($"/figures/{indicator.Address}.csv"), await anybody.Http.GetStringAsync($"/api/v1/indicators/{indicator.Address}/figures") };
        foreach (var address in new[] { "/figures", $"/figures/{indicator.Address}", $"/figures/{indicator.Address}?place={Wards[0]}", $"/api/v1/indicators/{indicator.Address}" })
        {
            texts.Add(Assets().Replace(await anybody.Http.GetStringAsync(address), ""));
        }

        var numbers = texts.SelectMany(t => Numbers().Matches(t)).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var own = world.Truth().Where(t => t.Key.Indicator == indicator.Address).ToList();
        var open = own.Where(t => shown[t.Key] is not null).Select(t => t.Value).ToHashSet();
        Assert.DoesNotContain(own.Where(t => shown[t.Key] is null && t.Value > 2100 && !open.Contains(t.Value)), t => numbers.Contains(t.Value.ToString(CultureInfo.InvariantCulture)));
        var shares = own.Where(t => t.Key.Of == 'd' && t.Value > 0).ToLookup(t => shown[t.Key] is not null, t => 100m * world.Truth()[t.Key with { Of = 'n' }] / t.Value);
        // Of those that go on for ever no other number has the same digits.
        foreach (var share in shares[false].Except(shares[true]).Where(s => s * 1024 != decimal.Truncate(s * 1024)))
        {
            Assert.DoesNotContain(texts, t => t.Contains(share.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }
    }

    /// <summary>The names of style sheets and scripts hold a fingerprint, whose digits are nobody's number.</summary>
    [GeneratedRegex("\"[^\"]*\\.(css|m?js)\"", RegexOptions.None, 1000)]
    private static partial Regex Assets();

    [GeneratedRegex(@"\d[\d,]*", RegexOptions.None, 1000)]
    private static partial Regex Numbers();

    /// <summary>Figures of a council with many small numbers.</summary>
    private sealed class World(Random random)
    {
        private readonly Dictionary<Number, long> truth = [];

        public Indicator Neet { get; private set; } = null!;
        public Indicator NotKnown { get; private set; } = null!;
        public Indicator Together { get; private set; } = null!;
        public Indicator InTime { get; private set; } = null!;

        public Indicator[] All => [Neet, NotKnown, Together, InTime];

        public Dictionary<Number, long> Truth() => new(truth);

        public static async Task<World> MakeAsync(TrellisHost host, Random random)
        {
            var world = new World(random);
            world.Neet = await Counted("Not in work or education").MakeAsync(host);
            world.NotKnown = await Counted("Activity not known").MakeAsync(host);
            world.Together = await new IndicatorBuilder { Title = "Both together", Unit = MeasureUnit.Number, Basis = Basis.YearToDate, Decimals = 0, Parts = [world.Neet.Id, world.NotKnown.Id] }.MakeAsync(host);
            world.InTime = await new IndicatorBuilder { Title = "Done in time" }.MakeAsync(host);
            world.Fill();
            await world.EnterAsync(host, p => p.EndMonth < 9);
            foreach (var indicator in world.All)
            {
                await IndicatorBuilder.MakePublicAsync(host, indicator);
            }

            return world;

            static IndicatorBuilder Counted(string title) => new() { Title = title, Unit = MeasureUnit.Number, Basis = Basis.YearToDate, Decimals = 0 };
        }

        /// <summary>The last month comes in, and some figures of a ward are put right, with all that they add up to.</summary>
        public async Task ChangeAsync(TrellisHost host)
        {
            for (var month = 0; month < SinceApril.Length; month++)
            {
                Add(Neet, Wards[1], month, 2);
                Add(NotKnown, Wards[2], month, 4);
            }

            await EnterAsync(host, _ => true);

            void Add(Indicator indicator, PlaceCode ward, int month, int more)
            {
                foreach (var (of, place) in new[] { (indicator, ward), (indicator, IndicatorBuilder.Here), (Together, ward), (Together, IndicatorBuilder.Here) })
                {
                    truth[new(of.Address, place, SinceApril[month], 'n')] += more;
                }
            }
        }

        private void Fill()
        {
            foreach (var part in new[] { Neet, NotKnown })
            {
                foreach (var ward in Wards)
                {
                    long soFar = 0;
                    foreach (var period in SinceApril)
                    {
                        soFar += random.Next(4) switch { 0 => 0, 1 => random.Next(1, 6), 2 => random.Next(6, 30), _ => random.Next(2200, 9000) };
                        truth[new(part.Address, ward, period, 'n')] = soFar;
                    }
                }
            }

            foreach (var month in Quarter[..3])
            {
                foreach (var ward in Wards)
                {
                    var all = random.Next(0, 90);
                    truth[new(InTime.Address, ward, month, 'd')] = all;
                    truth[new(InTime.Address, ward, month, 'n')] = all - Math.Min(all, random.Next(4) == 0 ? random.Next(6) : random.Next(6, 30));
                }
            }

            foreach (var of in new[] { 'n', 'd' })
            {
                foreach (var ward in Wards)
                {
                    truth[new(InTime.Address, ward, Quarter[3], of)] = Quarter[..3].Sum(m => truth[new(InTime.Address, ward, m, of)]);
                }
            }

            foreach (var key in truth.Keys.Where(k => k.Place == Wards[0]).ToList())
            {
                truth[key with { Place = IndicatorBuilder.Here }] = Wards.Sum(w => truth[key with { Place = w }]);
            }

            foreach (var key in truth.Keys.Where(k => k.Indicator == Neet.Address).ToList())
            {
                truth[key with { Indicator = Together.Address }] = truth[key] + truth[key with { Indicator = NotKnown.Address }];
            }
        }

        private Task EnterAsync(TrellisHost host, Func<Period, bool> isWanted) => IndicatorBuilder.EnteredAsync(host,
        [
            .. All.Select(i => new IndicatorFigures(i.Id,
                [.. truth.Where(t => t.Key.Indicator == i.Address && t.Key.Of == 'n' && isWanted(t.Key.Period)).Select(t => new NewFigure(t.Key.Place, t.Key.Period, Said(t.Key, t.Value)))])),
        ]);

        private FigureValue Said(Number key, long counted) => truth.TryGetValue(key with { Of = 'd' }, out var of)
            ? of == 0 ? new(null, 0, 0, FigureStatus.Final, Shorthand.NotApplicable) : new(100m * counted / of, counted, of, FigureStatus.Final, Shorthand.None)
            : FigureValue.Of(counted);
    }

    /// <summary>All that is known, with all sums that anybody knows of.</summary>
    private sealed class Puzzle
    {
        private readonly List<(string Name, long? Shown, long True, bool MayBeNone)> cells = [];
        private readonly Dictionary<string, int> known = [];
        private readonly List<(IReadOnlyList<(int, int)> Terms, long Sum)> sums = [];

        /// <param name="editions">What was true and what was shown at one time after another.</param>
        public Puzzle(params (Dictionary<Number, long> Truth, Dictionary<Number, long?> Shown)[] editions)
        {
            // A figure that was not revised is one cell in all editions, and whoever read it in any of them knows it.
            foreach (var (truth, shown) in editions)
            {
                foreach (var (key, value) in truth)
                {
                    Cell(Name(key, value), editions.Where(e => e.Truth.TryGetValue(key, out var same) && same == value).Select(e => e.Shown[key]).FirstOrDefault(n => n is not null), value, value == 0);
                }
            }

            foreach (var (truth, _) in editions)
            {
                Set(truth);
            }
        }

        private static string Name(Number key, long value) => $"{key} = {value}";

        /// <summary>What could be worked out and must not.</summary>
        public List<string> Solved()
        {
            var attacker = new CellAttacker([.. cells.Select(c => c.Shown)], sums, i => cells[i].MayBeNone ? 0 : 1);
            return [.. Enumerable.Range(0, cells.Count).Where(i => cells[i].Shown is null && (cells[i].True is >= 1 and <= 5 || !cells[i].MayBeNone) && attacker.Knows(i))
                .Select(i => $"{cells[i].Name} is {cells[i].True}: {attacker.Low[i]} to {attacker.High[i]}")];
        }

        private int Cell(string name, long? shown, long truth, bool mayBeNone)
        {
            if (!known.TryGetValue(name, out var cell))
            {
                cells.Add((name, shown, truth, mayBeNone));
                known[name] = cell = cells.Count - 1;
            }

            return cell;
        }

        private void Set(Dictionary<Number, long> truth)
        {
            foreach (var (key, value) in truth)
            {
                var cell = Cell(Name(key, value), null, value, false);
                if (key.Place == IndicatorBuilder.Here)
                {
                    Sum(cell, Wards.Select(w => At(key with { Place = w })));
                }

                if (key.Indicator == "both-together")
                {
                    Sum(cell, new[] { "not-in-work-or-education", "activity-not-known" }.Select(p => At(key with { Indicator = p })));
                }

                var isSinceApril = key.Indicator != "done-in-time";
                if (!isSinceApril && key.Period == Quarter[3])
                {
                    Sum(cell, Quarter[..3].Select(m => At(key with { Period = m })));
                }

                if (key.Of == 'd' && truth[key with { Of = 'n' }] is var some)
                {
                    Sum(cell, [At(key with { Of = 'n' }), Cell($"rest of {Name(key, value)}, {some}", null, value - some, true)]);
                }

                // What happened in one month of those since April is written nowhere.
                if (isSinceApril && key.Period.Months > 1 && key with { Period = SinceApril[key.Period.Months - 2] } is var earlier)
                {
                    Sum(cell, [At(earlier), Cell($"month of {Name(key, value)}, {truth[earlier]}", null, value - truth[earlier], true)]);
                }
            }

            int At(Number key) => Cell(Name(key, truth[key]), null, truth[key], false);
        }

        private void Sum(int total, IEnumerable<int> parts) => sums.Add(([.. parts.Select(p => (p, 1)), (total, -1)], 0));
    }
}
