using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.Administration;

public sealed class SettingsTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    private const string Address = "/administration/settings";
    private const string Council = "Form.Values[council.name]";
    private const string Colour = "Form.Values[theme.colour]";

    [Theory, OnBothDatabases]
    public async Task Post_NameAndColour_DressEveryPage(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var administrator = await host.SignedInAsync(Role.Administrator);

        var saved = await administrator.SendAsync(Address, "save", (Council, "Barset County Council"), (Colour, "#5a0a3c"));

        Assert.Equal("The settings are saved", saved.Said);
        Assert.Contains("Barset County Council", saved.Text(".govuk-generic-header"), StringComparison.Ordinal);
        Assert.Contains("#5a0a3c", await administrator.Http.GetStringAsync("/theme.css"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Changed the settings", saved.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ColourTooPaleForWhiteText_SaysSoAndKeepsWhatWasTyped()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var administrator = await host.SignedInAsync(Role.Administrator);

        var answer = await administrator.SendAsync(Address, "save", (Colour, "#ffee00"), (Council, ""));

        Assert.Equal(["Enter 1 to 80 characters", "Enter a colour such as #005a5a, dark enough to read white text on"], answer.Errors);
        Assert.Equal(answer.Errors, answer.FieldErrors);
        Assert.Equal("#ffee00", answer.Field(Colour));
    }

    [Fact]
    public async Task Post_TwoPeopleMeet_SecondSeesBothVersions()
    {
        var host = await databases.OnAsync(DatabaseKind.Sqlite);
        using var first = await host.SignedInAsync(Role.Administrator);
        using var second = await host.SignedInAsync(Role.Administrator);
        var seen = await second.GetAsync(Address);

        await first.SendAsync(Address, "save", (Council, "First Council"));
        var met = await second.SendAsync(seen, "save", (Council, "Second Council"));

        Assert.Contains("First Council", met.Text("#conflict"), StringComparison.Ordinal);
        Assert.Equal("The settings are saved", (await second.SendAsync(met, "save")).Said);
    }
}
