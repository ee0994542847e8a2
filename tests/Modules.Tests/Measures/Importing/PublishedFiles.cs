using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Periods;
using Trellis.Testing;
using Xunit;

namespace Trellis.Modules.Tests.Measures.Importing;

/// <summary>The published files beside the repository, read by their importers; tests skip without them.</summary>
internal static class PublishedFiles
{
    public const string Children = "data/csc-outcomes/b1_children_in_need_2013_to_2025.csv";
    public const string Referrals = "data/csc-outcomes/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv";
    public const string SecondPlans = "data/csc-outcomes/d3_cpps_subsequent_plan_2013_to_2025.csv";
    public const string PlanLengths = "data/csc-outcomes/d5_cpps_at31march_by_duration_2013_to_2025.csv";
    public const string LookedAfter = "data/csc-outcomes/cla_number_and_rate_per_10k_children.csv";
    public const string Stability = "data/csc-outcomes/la_cla_placement_stability.csv";
    public const string Leavers = "data/csc-outcomes/la_care_leavers_activity.csv";
    public const string Population = "data/csc-outcomes/ons_mid-year_population_estimates_2012_to_2024.csv";
    public static readonly string[] Neet =
        ["data/neet/UD_NEETNK_LA_dashboard_2021_vg_removed.csv", "data/neet/UD_NEETNK_LA_dashboard_2022_final.csv", "data/neet/UD_NEETNK_LA_dashboard_2023_final.csv", "data/neet/UD_NEETNK_LA_dashboard_final.csv"];

    public static async Task<FigureReading> ReadAsync(params string[] names)
    {
        var given = new List<GivenFile>();
        foreach (var name in names)
        {
            var file = SharedFolder.PlaceOf(name);
            given.Add(new GivenFile(Path.GetFileName(file), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
        }

        return await FigureImportService.ReadAsync(given, TestContext.Current.CancellationToken);
    }

    public static Task<FigureReading> LaitAsync() => ReadAsync("data/lait/bds_long_0.parquet", "data/lait/lait_data_dictionary.csv");

    public static Dictionary<(PlaceCode, Period), FigureValue> Of(this FigureReading reading, string feed) =>
        reading.Measures.Single(m => m.Feed == feed).Figures.ToDictionary(f => (f.Place, f.Period), f => f.Said);
}
