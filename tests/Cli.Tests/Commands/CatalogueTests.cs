using Trellis.Kernel.Terminal;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

/// <summary>The list of indicators from the terminal.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task Catalogue_NeedsNoDatabase_AndNamesEachWithItsKey()
    {
        var answer = await TerminalAnswer.OfAsync("measures", "catalogue");

        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.Contains("re-referrals: Re-referrals within 12 months", answer.Out, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Take_SomeAndThenAll_SaysWhatWasThere(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: false);

        Assert.Equal(ExitCode.Usage, (await place.TypeAsync("measures", "take")).Code);
        Assert.Equal(ExitCode.Usage, (await place.TypeAsync("measures", "take", "neet", "--all")).Code);
        Assert.Contains("The list has no indicator “happiness”", (await place.TypeAsync("measures", "take", "happiness")).Error, StringComparison.Ordinal);
        Assert.Contains("neet: taken.", (await place.TypeAsync("measures", "take", "neet")).Out, StringComparison.Ordinal);
        var all = await place.TypeAsync("measures", "take", "--all");
        Assert.Contains("neet: was there.", all.Out, StringComparison.Ordinal);
        Assert.Contains("phonics: taken.", all.Out, StringComparison.Ordinal);
    }
}
