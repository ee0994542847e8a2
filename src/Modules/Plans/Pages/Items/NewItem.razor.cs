using Microsoft.AspNetCore.Components;

namespace Trellis.Plans.Pages.Items;

public sealed partial class NewItem
{
    private ItemKind? kind;
    private PlanItem? parent;
    private string word = "";
    private string back = "";

    [Parameter]
    public string Folder { get; set; } = "";

    [Inject]
    private ItemService Items { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "under")]
    private string? Under { get; set; }

    [SupplyParameterFromForm]
    private ItemForm? Form { get; set; }

    protected override async Task LoadAsync(Plan plan)
    {
        kind = ItemKind.OfFolder(Folder);
        parent = Under is null ? null : await Items.FindAsync(plan.Id, Under, Gone);
        if (kind is null || (kind.Parents.Length > 0 && (parent is null || parent.Withdrawn || !kind.Parents.Contains(parent.GetType()))))
        {
            kind = null;
            Navigation.NotFound();
            return;
        }

        word = plan.WordFor(kind);
        back = parent is null ? PlanAddress.Of(plan) : PlanAddress.Of(plan, parent);
        Form ??= new ItemForm { Year = plan.Year };
    }

    private async Task SaveAsync()
    {
        if (Form!.Read(kind!, true, Errors) is not { } options)
        {
            return;
        }

        var added = await Items.AddAsync(Plan!, Under, options, User.Doing($"Added a {word.ToLowerInvariant()}"), Gone);
        if (Done(added))
        {
            GoTo(PlanAddress.Of(Plan!, added.Value!), $"The {word.ToLowerInvariant()} was added.");
        }
    }
}
