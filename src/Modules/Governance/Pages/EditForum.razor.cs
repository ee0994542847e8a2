using Microsoft.AspNetCore.Components;
using Trellis.GovUk;

namespace Trellis.Governance.Pages;

public sealed class ForumForm
{
    public int Version { get; set; }
    public string? Name { get; set; }
    public string? Abbreviation { get; set; }
    public string? Kind { get; set; }
    public string? Remit { get; set; }

    public static ForumForm Of(Forum forum) => new() { Version = forum.Version, Name = forum.Name, Abbreviation = forum.Abbreviation, Kind = forum.Kind.ToString(), Remit = forum.Remit };

    public ForumOptions Read() => new(Name ?? "", Abbreviation, Enum.TryParse<ForumKind>(Kind, out var kind) ? kind : ForumKind.Board, Remit);
}

public sealed partial class EditForum
{
    private static readonly Choice[] kinds = [.. Enum.GetValues<ForumKind>().Select(k => new Choice(k.ToString(), ForumWords.Of(k)))];

    private Forum? item;

    [Parameter]
    public string? Address { get; set; }

    [Inject]
    private ForumService Service { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "edit")]
    private ForumForm? Form { get; set; }

    private string back => item is null ? "/boards" : ForumService.AddressOf(item);

    protected override async Task LoadAsync()
    {
        item = Address is null ? null : await Service.FindAsync(Address, Gone);
        if (Address is not null && item is null)
        {
            Navigation.NotFound();
        }

        Form ??= item is null ? new ForumForm() : ForumForm.Of(item);
    }

    private async Task SaveAsync()
    {
        var options = Form!.Read();
        var saved = item is null
            ? await Service.CreateAsync(options, User.Doing("Added the board or body"), Gone)
            : await Service.ChangeAsync(item.Address, Form.Version, options, User.Doing("Changed the board or body"), Gone);
        if (Done(saved))
        {
            GoTo(ForumService.AddressOf(saved.Value!), "Your changes were saved.");
        }
    }

    private async Task WithdrawAsync()
    {
        if (Done(await Service.WithdrawAsync(item!.Address, User.Doing("Took the board or body out of use"), Gone)))
        {
            GoTo("/boards", "It was taken out of use. Its history is kept.");
        }
    }
}
