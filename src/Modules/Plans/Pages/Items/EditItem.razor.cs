using Microsoft.AspNetCore.Components;

namespace Trellis.Plans.Pages.Items;

public sealed partial class EditItem
{
    [Parameter]
    public string Folder { get; set; } = "";

    [SupplyParameterFromForm]
    private ItemForm? Form { get; set; }

    protected override Task<bool> MaySeeAsync(PlanItem item) => Task.FromResult(!item.Withdrawn && ItemKind.Of(item).Folder == Folder);

    protected override Task LoadAsync(Plan plan, PlanItem item)
    {
        Form ??= ItemForm.Of(item);
        return Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        if (Form!.Read(ItemKind.Of(Item!), false, Errors) is { } options
            && Done(await Items.ChangeAsync(Plan!.Id, Reference, Form.Version, options, User.Doing($"Changed the {Plan.WordFor(Item!).ToLowerInvariant()}"), Gone)))
        {
            GoTo(Here, "Your changes were saved.");
        }
    }
}
