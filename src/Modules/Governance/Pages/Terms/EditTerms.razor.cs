using Microsoft.AspNetCore.Components;
using Trellis.Governance.Terms;
using Trellis.Kernel.Calendar;

namespace Trellis.Governance.Pages.Terms;

public sealed class TermsForm
{
    public int Version { get; set; }
    public string? Text { get; set; }
    public TypedDate AgreedOn { get; set; } = new();
    public TypedDate ReviewBy { get; set; } = new();
}

public sealed partial class EditTerms
{
    [Parameter]
    public int? Number { get; set; }

    [Inject]
    private TermsService Service { get; set; } = null!;

    [SupplyParameterFromForm]
    private TermsForm? Form { get; set; }

    protected override async Task LoadAsync(Forum board)
    {
        // A new version begins with the words of the last.
        var from = Number is { } number ? await Service.FindAsync(board.Id, number, Gone) : (await Service.AllAsync(board.Id, Gone)).FirstOrDefault();
        if (Number is not null && from is null)
        {
            Navigation.NotFound();
            return;
        }

        Form ??= Number is null || from is null
            ? new TermsForm { Text = from?.Text }
            : new TermsForm { Version = from.Version, Text = from.Text, AgreedOn = TypedDate.Of(from.AgreedOn), ReviewBy = TypedDate.Of(from.ReviewBy) };
    }

    private async Task SaveAsync()
    {
        var options = new TermsOptions(Form!.Text ?? "", Errors.Day("Form.AgreedOn", Form.AgreedOn, "Agreed on"), Errors.DayOrNone("Form.ReviewBy", Form.ReviewBy, "Review"));
        if (!Errors.Any && Done(Number is { } number
                ? await Service.ChangeAsync(Board!.Id, number, Form.Version, options, User.Doing("Corrected the terms of reference"), Gone)
                : await Service.AddAsync(Board!.Id, options, User.Doing("Began a new version of the terms of reference"), Gone)))
        {
            GoTo(TermsService.AddressOf(Board!), "Your changes were saved.");
        }
    }
}
