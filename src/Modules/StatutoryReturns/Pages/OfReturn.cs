using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Pages;
using Trellis.StatutoryReturns.Checking;
using Trellis.StatutoryReturns.Explanations;
using Trellis.StatutoryReturns.Uploads;

namespace Trellis.StatutoryReturns.Pages;

/// <summary>What the pages of one return share. Another's return is not found.</summary>
public abstract class OfReturn : TrellisPage
{
    protected CheckedReturn? Item { get; private set; }

    /// <summary>The explanations of its failures, by their numbers.</summary>
    protected Dictionary<int, ShownExplanation> Explained { get; private set; } = [];

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private UploadService Uploads { get; set; } = null!;

    [Inject]
    private ExplanationService Explanations { get; set; } = null!;

    [Inject]
    private ReadLog Reads { get; set; } = null!;

    protected string Here => $"/returns/{Id}";

    protected string Name => $"{Item!.Return.Name} of {Item.Return.Year.Number}";

    protected IReadOnlyList<LinkItem> Trail => [new("Returns", "/returns"), new(Name, Here)];

    protected HashSet<int> Settled => [.. Explained.Keys];

    protected sealed override async Task LoadAsync()
    {
        Item = await Uploads.OpenAsync(Id, User.AccountId, Gone);
        if (Item is null)
        {
            Navigation.NotFound();
            return;
        }

        Explained = await Explanations.OfAsync(Item, Gone);
        await LoadAsync(Item);
    }

    protected virtual Task LoadAsync(CheckedReturn item) => Task.CompletedTask;

    /// <summary>Notes that what is about to be shown was read. Of what is not kept nothing is noted either.</summary>
    protected Task ReadAsync(string what, int? child = null) => Item!.IsKept
        ? Reads.NoteAsync(Id, what, child is { } one ? Item.Return.NameOf(one) : null, User.Doing("Read in a return"), Gone)
        : Task.CompletedTask;

    protected static string Children(int count) => count == 1 ? "1 child" : $"{count:N0} children";

    protected string ChildAddress(int child) => $"{Here}/children/{child}";
}
