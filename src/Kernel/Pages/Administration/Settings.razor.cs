using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Settings;

namespace Trellis.Kernel.Pages.Administration;

public sealed class SettingsForm
{
    public Dictionary<string, string> Values { get; set; } = [];
    public int Version { get; set; }
}

public sealed partial class Settings : TrellisPage
{
    private readonly LinkItem[] trail = [new("Administration", "/administration"), new("Settings")];
    private List<Guid> things = [];

    [Inject]
    private CouncilSettings Council { get; set; } = null!;

    [SupplyParameterFromForm]
    public SettingsForm? Form { get; set; }

    protected override async Task LoadAsync()
    {
        var saved = await Council.AllAsync(Gone);
        things = [.. saved.Values.Select(s => s.Id)];
        if (Form is not null)
        {
            return;
        }

        Form = new SettingsForm { Version = await Council.VersionAsync(Gone) };
        foreach (var definition in Council.Definitions)
        {
            Form.Values[definition.Key] = await Council.GetAsync(definition.Key, Gone);
        }
    }

    private async Task SaveAsync()
    {
        // Only what the page asks for: other keys that were sent along are nobody's settings.
        var values = Council.Definitions.ToDictionary(d => d.Key, d => Form!.Values.GetValueOrDefault(d.Key) ?? "", StringComparer.Ordinal);
        if (Done(await Council.SaveAsync(Form!.Version, values, User.Doing("Changed the settings"), Gone)))
        {
            GoTo("/administration/settings", "The settings are saved");
        }
    }
}
