using Microsoft.AspNetCore.Components;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Places;
using Trellis.Measures.Scorecards;

namespace Trellis.Measures.Pages.Indicators;

public sealed partial class ScorecardPage
{
    private ScoreFilter filter = new();
    private ScoreCounts counts = new(0, 0, 0, 0, 0, 0, 0);
    private Paged<ScoreLine> list = new([], 1, 0);
    private List<Forum> forums = [];
    private List<Officer> officers = [];
    private Place? place;
    private bool mayEdit;
    private bool mayEnter;
    private bool maySet;

    [Inject]
    private Scorecard Scores { get; set; } = null!;

    [Inject]
    private IndicatorReviews Reviews { get; set; } = null!;

    [Inject]
    private OrganisationService Organisation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    private string Summary
    {
        get
        {
            var parts = new List<string>();
            Add(counts.Concern, "changed for the worse", "more than chance");
            Add(counts.Improvement, "changed for the better", "more than chance");
            Add(counts.Red, counts.Red == 1 ? "is red" : "are red", null);
            Add(counts.Amber, counts.Amber == 1 ? "is amber" : "are amber", null);
            Add(counts.Green, counts.Green == 1 ? "is green" : "are green", null);
            Add(counts.WithoutFigures, counts.WithoutFigures == 1 ? "has no figures yet" : "have no figures yet", null);
            var of = place is null ? "" : $" for {place.Name}";
            var all = counts.All == 1 ? "1 indicator" : $"{counts.All:N0} indicators";
            return parts.Count == 0 ? $"{all}{of}." : $"Of {all}{of}: {string.Join("; ", parts)}.";

            void Add(int count, string words, string? behind)
            {
                if (count > 0)
                {
                    parts.Add($"{count:N0} {words}{(behind is null ? "" : $", {behind}")}");
                }
            }
        }
    }

    protected override async Task LoadAsync()
    {
        filter = ScoreFilter.Of(Http.Request.Query);
        place = await Scores.PlaceAsync(Gone);
        counts = await Scores.CountAsync(filter, place, Gone);
        list = await Scores.PageAsync(filter, place, PageNumber, Gone);
        forums = await Reviews.ForumsAsync(Gone);
        officers = await Organisation.OfficersAsync(Gone);
        mayEdit = await User.MayAsync(MeasuresPermission.Edit);
        mayEnter = await User.MayAsync(MeasuresPermission.Enter);
        maySet = await User.MayAsync(KernelPermission.Administer);
    }

    private string AddressOf(int page) => $"/measures{filter}{(filter.ToString().Length == 0 ? "?" : "&")}page={page}";
}
