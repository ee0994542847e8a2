using Microsoft.AspNetCore.Components;
using Trellis.Governance.Asks;
using Trellis.Kernel;
using Trellis.Plans.Updates;

namespace Trellis.Plans.Pages.Actions;

public sealed class ProgressForm
{
    public int Version { get; set; }
    public string? Progress { get; set; }
    public string? Why { get; set; }
    public string? AskWhat { get; set; }

    /// <summary>The name of the board or person who is asked.</summary>
    public string? AskOf { get; set; }
}

public sealed partial class StateProgress
{
    private Progress proposed;
    private bool isAsked;

    [Inject]
    private PlanAccess Access { get; set; } = null!;

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private ActionService Actions { get; set; } = null!;

    [SupplyParameterFromForm]
    private ProgressForm? Form { get; set; }

    protected override async Task<bool> MaySeeAsync(KeyAction item) => !item.Withdrawn && await Access.MayUpdateAsync(item, Gone);

    protected override async Task LoadAsync(Plan plan, KeyAction item)
    {
        proposed = await Actions.ProposedAsync(item.Id, Gone);
        isAsked = await Actions.HasOpenAskAsync(item.Id, Gone);
        Form ??= new ProgressForm { Version = item.Version, Progress = item.Progress.ToString(), Why = item.ProgressWhy };
    }

    private async Task SaveAsync()
    {
        if (!Enum.TryParse<Progress>(Form!.Progress, out var progress) || !Enum.IsDefined(progress))
        {
            Errors.Add("Form.Progress", "Choose how it goes");
        }
        else if (Done(await Actions.StateAsync(Item!.Id, Form.Version, progress, Form.Why ?? "", await ReadAskAsync(), Plan!.WordsFor, User.Doing("Stated the overall progress"), Gone)))
        {
            GoTo(Here, $"Overall progress is now: {Plan.WordsFor(progress)}.");
        }
    }

    private async Task<AskOptions?> ReadAskAsync()
    {
        if (string.IsNullOrWhiteSpace(Form!.AskWhat) && string.IsNullOrWhiteSpace(Form.AskOf))
        {
            return null;
        }

        var (forum, officer) = (await WhoCanBeAsked.LoadAsync(Db, Gone)).Find(Form.AskOf);
        return new AskOptions(Form.AskWhat ?? "", forum, officer);
    }
}
