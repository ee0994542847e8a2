using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Measures.Importing;
using Trellis.Measures.Importing.Mappings;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Pages.Figures;

public sealed class MappingForm
{
    public string? Name { get; set; }
    public string? Source { get; set; }
    public string? IndicatorId { get; set; }
    public string? IndicatorColumn { get; set; }
    public string? PlaceColumn { get; set; }
    public bool LeaveOtherPlaces { get; set; }
    public string? PeriodColumn { get; set; }
    public string? FixedPeriod { get; set; }
    public string? Years { get; set; }
    public string? ValueColumn { get; set; }
    public string? NumeratorColumn { get; set; }
    public string? DenominatorColumn { get; set; }

    internal MappingOptions Options => new(
        Name, Source, PlaceColumn, LeaveOtherPlaces, PeriodColumn, FixedPeriod, Enum.TryParse<PeriodBasis>(Years, out var years) && Enum.IsDefined(years) ? years : null,
        ValueColumn, NumeratorColumn, DenominatorColumn, IndicatorColumn, Guid.TryParse(IndicatorId, out var id) ? id : null);
}

public sealed partial class MapColumns
{
    private static readonly Choice[] years =
    [
        new($"{PeriodBasis.FinancialYear}", "April to March"), new($"{PeriodBasis.AcademicYear}", "September to August, the school year"), new($"{PeriodBasis.CalendarYear}", "January to December"),
        new($"{PeriodBasis.AtMarch}", "A count on 31 March"), new($"{PeriodBasis.AtJanuary}", "A count in January"), new($"{PeriodBasis.AtJune}", "A count in the middle of the year"),
        new($"{PeriodBasis.AtSeptember}", "A count on 30 September"), new($"{PeriodBasis.DecemberToFebruary}", "December to February"),
    ];

    private OpenUpload? open;
    private List<Indicator> indicators = [];

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private UploadService Uploads { get; set; } = null!;

    [Inject]
    private MappingService Mappings { get; set; } = null!;

    [Inject]
    private IndicatorService Indicators { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "map")]
    private MappingForm? Form { get; set; }

    private IReadOnlyList<string> UnknownColumns => open!.Preview.Reading.UnknownColumns!;

    protected override async Task LoadAsync()
    {
        Form ??= new MappingForm();
        open = await Uploads.OpenAsync(Id, Gone);
        if (open?.Preview.Reading.UnknownColumns is null)
        {
            open = null;
            Navigation.NotFound();
            return;
        }

        indicators = await Indicators.OursAsync(Gone);
    }

    private Choice[] Columns(string none) => [new("", none), .. UnknownColumns.Select(column => column.Trim()).Where(column => column.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Select(column => new Choice(column, column))];

    private async Task SaveAsync()
    {
        if (Done(await Mappings.SaveAsync(Form!.Options, UnknownColumns, User.Doing("Said which column of a file is what"), Gone)))
        {
            GoTo($"/measures/figures/import/{Id}");
        }
    }
}
