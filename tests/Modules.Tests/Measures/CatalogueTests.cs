using Trellis.Measures;
using Trellis.Measures.Catalogue;
using Trellis.Measures.Importing;
using Trellis.Measures.Importing.Formats;
using Trellis.Modules.Tests.Measures.Importing;
using Xunit;

namespace Trellis.Modules.Tests.Measures;

/// <summary>The list of indicators is whole, and says of each what its official source says.</summary>
public sealed class CatalogueTests
{
    [Theory]
    [InlineData("referrals", "re-referrals")]
    [InlineData("child-protection-plans", "repeat-child-protection-plans")]
    [InlineData("child-protection-plans-rate", "repeat-child-protection-plans")]
    [InlineData("children-looked-after", "returns-to-care")]
    [InlineData("children-looked-after-rate", "returns-to-care")]
    public void WhatMayOnlyBeBroughtDownWhereItIsSafe_IsGuarded(string key, string guard) => Assert.Equal(guard, CatalogueEntry.Find(key)!.Guard);

    [Fact]
    public void Entries_AreWhole()
    {
        var keys = CatalogueEntry.All.Select(e => e.Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(CatalogueEntry.All, e =>
        {
            Assert.Matches("^[a-z0-9-]{1,50}$", e.Key);
            Assert.Matches(@"^.+, .+, .*20\d\d(/\d\d)?$", e.Source);
            Assert.InRange(e.Definition.Length, 60, 600);
            Assert.NotNull(e.Numerator);
            Assert.Equal(e.Unit.IsRate() || e.Unit == MeasureUnit.Score, e.Denominator is not null);
            Assert.Equal(e.Unit != MeasureUnit.Number, e.UnitWords is not null);
            Assert.InRange(e.Decimals, 0, Indicator.MostDecimals);
            Assert.True(e.Guard is null || (e.Polarity == Polarity.None && CatalogueEntry.Find(e.Guard) is { Polarity: not Polarity.None }));
        });
        Assert.Equal(CatalogueEntry.All.Sum(e => e.Feeds.Count), CatalogueEntry.All.SelectMany(e => e.Feeds).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void GradesOfSchools_AreTwoIndicatorsAndNeverOneSeries()
    {
        var (overall, cards) = (CatalogueEntry.Find("schools-good-or-outstanding")!, CatalogueEntry.Find("schools-report-cards")!);
        Assert.Contains("ended in September 2024", overall.Definition, StringComparison.Ordinal);
        Assert.Empty(overall.Feeds.Intersect(cards.Feeds));
    }

    [Fact]
    public async Task Feeds_OfTheInteractiveTool_AreInItsDictionaryAndSayTheSame()
    {
        var dictionary = (await PublishedFiles.LaitAsync()).Measures.ToDictionary(m => m.Feed, m => m.Proposal!);
        var fed = CatalogueEntry.All.SelectMany(e => e.Feeds.Where(f => f.StartsWith(LaitFigures.Prefix, StringComparison.Ordinal)).Select(f => (Entry: e, Feed: f))).ToList();
        Assert.Equal(34, fed.Count);
        Assert.All(fed, f =>
        {
            Assert.True(dictionary.TryGetValue(f.Feed, out var said), $"{f.Feed} is not in the dictionary");
            Assert.Equal((f.Feed, said.Unit, said.Basis, said.Frequency), (f.Feed, f.Entry.Unit, f.Entry.Basis, f.Entry.Frequency));
            Assert.True(said.Polarity == f.Entry.Polarity || (said.Polarity == Polarity.None && f.Entry.PolarityIsProposal), $"{f.Feed} says {said.Polarity}");
        });
    }

    [Fact]
    public void Feeds_OfTidyFiles_AreDescribedAndFeedWhatTheInteractiveToolFeeds()
    {
        var described = TidyFile.All.SelectMany(file => file.Measures.Select(m => (Feed: file.Prefix + m.Feed, Measure: m, Basis: m.Basis ?? file.Basis))).ToDictionary(m => m.Feed);
        var fed = CatalogueEntry.All.SelectMany(e => e.Feeds.Where(f => !f.StartsWith(LaitFigures.Prefix, StringComparison.Ordinal) && !f.StartsWith("returns:", StringComparison.Ordinal)).Select(f => (Entry: e, Feed: f))).ToList();
        Assert.NotEmpty(fed);
        Assert.All(fed, f =>
        {
            var (_, measure, basis) = described[f.Feed];
            Assert.Equal((f.Entry.Unit, f.Entry.Decimals, f.Entry.Basis == Basis.Snapshot), (measure.Unit, measure.Decimals, Trellis.Measures.Periods.PeriodBases.IsMoment(basis)));
            Assert.Subset(f.Entry.Feeds.ToHashSet(), (measure.AlsoFeeds ?? []).ToHashSet());
        });
    }
}
