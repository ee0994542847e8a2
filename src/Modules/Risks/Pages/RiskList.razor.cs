using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks.Pages;

public sealed partial class RiskList
{
    private RiskFilter filter = new();
    private RiskMatrix matrix = RiskMatrix.Usual();
    private Paged<Risk> list = new([], 1, 0);
    private List<string> likelihoods = [];
    private List<HeatCell> cells = [];
    private List<LinkItem> kinds = [];
    private List<string> levels = [];
    private List<Officer> owners = [];
    private Dictionary<Guid, string> names = [];
    private DateOnly today;
    private int all;
    private int scored;
    private bool mayEdit;

    [Inject]
    private RiskRegister Register { get; set; } = null!;

    [Inject]
    private MatrixService Matrices { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    private string Summary => scored == all
        ? $"{Risks(all)}, each with {(filter.Kind == ScoreKind.Inherent ? "an inherent" : filter.Kind == ScoreKind.Target ? "a target" : "a current")} score."
        : $"{Risks(all)}; {(scored == 0 ? "none has" : scored == 1 ? "1 has" : $"{scored:N0} have")} the score that is shown here.";

    private string ListTitle => (filter.Cell, filter.Show) switch
    {
        ({ } cell, _) when matrix.Holds(cell) =>
            $"{RiskWords.Of(filter.Kind)} score: {matrix.Likelihoods[cell.Likelihood - 1]}, {matrix.Impacts[cell.Impact - 1]}",
        (_, RiskShow.Overdue) => "Risks whose review is overdue",
        (_, RiskShow.AboveAppetite) => "Risks above what is accepted",
        (_, RiskShow.Unscored) => "Risks without a current score",
        _ => filter.IsNarrow ? "Chosen risks" : "All risks",
    };

    protected override async Task LoadAsync()
    {
        filter = RiskFilter.Of(Http.Request.Query);
        today = Calendar.Today;
        matrix = await Matrices.GetAsync(Gone);
        all = await Register.CountAsync(Gone);
        list = await Register.PageAsync(filter, PageNumber, Gone);
        levels = await Register.LevelsAsync(Gone);
        owners = await Register.OwnersAsync(Gone);
        names = owners.ToDictionary(o => o.Id, o => o.Name);
        mayEdit = await User.MayAsync(RisksPermission.Edit);
        kinds = [.. Enum.GetValues<ScoreKind>().Select(k => new LinkItem(RiskWords.Of(k), $"/risks{filter with { Kind = k, Cell = null }}") { Current = k == filter.Kind })];
        await DrawAsync();
    }

    /// <summary>The most likely on top, the gravest on the right.</summary>
    private async Task DrawAsync()
    {
        var counts = await Register.CellsAsync(filter.Kind, Gone);
        scored = counts.Values.Sum();
        likelihoods = [.. matrix.Likelihoods.Reverse()];
        cells =
        [
            .. from likelihood in Enumerable.Range(1, matrix.Likelihoods.Count).Reverse()
               from impact in Enumerable.Range(1, matrix.Impacts.Count)
               let score = new Score(likelihood, impact)
               let band = matrix.BandOf(score)
               select new HeatCell(counts.GetValueOrDefault(score), band.Name, band.Colour, $"/risks{new RiskFilter { Kind = filter.Kind, Cell = score }}#list"),
        ];
    }

    private string AddressOf(int page) => filter.ToString() is { Length: > 0 } query ? $"/risks{query}&page={page}#list" : $"/risks?page={page}#list";

    private static string Risks(int count) => count == 1 ? "1 risk" : $"{count:N0} risks";
}
