using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Pages;
using Trellis.Plans.Importing;

namespace Trellis.Plans.Pages.Importing;

/// <summary>A page of the journey from a document to a plan.</summary>
public abstract class ImportPage : TrellisPage
{
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    protected ImportService Imports { get; private set; } = null!;

    protected OpenImport? Opened { get; private set; }

    protected sealed override async Task LoadAsync()
    {
        Opened = await Imports.OpenAsync(Id, Gone);
        if (Opened is not { Import.State: ImportState.Staged })
        {
            Opened = null;
            Navigation.NotFound();
            return;
        }

        await LoadAsync(Opened);
    }

    protected virtual Task LoadAsync(OpenImport open) => Task.CompletedTask;

    protected string Step(string name = "") => $"/plan/import/{Id}{(name.Length == 0 ? "" : "/" + name)}";
}
