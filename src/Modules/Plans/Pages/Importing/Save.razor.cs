using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel.Jobs;
using Trellis.Plans.Import;
using Trellis.Plans.Importing;

namespace Trellis.Plans.Pages.Importing;

public sealed class SaveForm
{
    public string? Title { get; set; }
    public string? Year { get; set; }
}

public sealed partial class Save
{
    private const int Most = 200;

    private List<ImportQuestion> questions = [];
    private List<RowChange> shown = [];
    private string figures = "";

    [Inject]
    private SavingRuns<Plan> Jobs { get; set; } = null!;

    [SupplyParameterFromForm]
    private SaveForm? Form { get; set; }

    protected override async Task LoadAsync(OpenImport open)
    {
        Form ??= new SaveForm { Title = OpenImport.TitleOf(open.Reading), Year = OpenImport.YearOf(open.Reading) };
        var changes = await Imports.CompareAsync(open, Gone);
        shown = [.. changes.Where(c => c.State is not (RowState.Same or RowState.OnlyHere))];
        questions = open.Plan is null ? [] : [.. changes.SelectMany(ImportQuestion.Of)];
        figures = $"{Count(RowState.New):N0} new, {Count(RowState.Changed):N0} changed, {Count(RowState.Moved):N0} moved, {Count(RowState.Gone):N0} gone, "
            + $"{changes.Count(c => c.State is RowState.Same or RowState.OnlyHere):N0} as they are.";

        int Count(RowState state) => changes.Count(c => c.State == state);
    }

    private string? Chosen(ImportQuestion question) => IsPost ? Http.Request.Form[FormPrefix + question.Key].ToString() : null;

    private async Task SaveAsync()
    {
        var choices = questions.ToDictionary(q => q.Key, q => Http.Request.Form[FormPrefix + q.Key].ToString(), StringComparer.Ordinal);
        if (Opened!.Reading.Account.Count > ImportService.ManyLines)
        {
            var (title, year, process) = (Form!.Title ?? "", Form.Year ?? "", User.Doing("Imported a document"));
            Jobs.Start(Id, Opened.Reading.Account.Count, (services, _, ct) => services.GetRequiredService<ImportService>().SaveAsync(Id, title, year, choices, process, ct));
            GoTo(Step("saving"));
            return;
        }

        var saved = await Imports.SaveAsync(Id, Form!.Title ?? "", Form.Year ?? "", choices, User.Doing("Imported a document"), Gone);
        if (Done(saved))
        {
            GoTo(PlanAddress.Of(saved.Value!), "The document was saved into the plan.");
        }
    }

    private static string ColourOf(RowState state) => state switch
    {
        RowState.New => "green",
        RowState.Gone => "red",
        _ => "yellow",
    };
}
