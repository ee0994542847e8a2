using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Things;

namespace Trellis.Plans.Pages.Items;

public sealed class WentForm
{
    public TypedDate On { get; set; } = new();
}

public sealed partial class ChangeLink
{
    private LinkedThing? link;

    [Parameter]
    public string Folder { get; set; } = "";

    [Parameter]
    public Guid LinkId { get; set; }

    [Inject]
    private ThingLinks Links { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "went")]
    private WentForm? Form { get; set; }

    protected override Task<bool> MaySeeAsync(PlanItem item) => Task.FromResult(ItemKind.Of(item).Folder == Folder);

    protected override async Task LoadAsync(Plan plan, PlanItem item)
    {
        link = (await Links.OfAsync(item.Id, Gone)).Find(l => l.LinkId == LinkId);
        if (link is null)
        {
            Navigation.NotFound();
        }

        Form ??= new WentForm { On = TypedDate.Of(link?.LastOn) };
    }

    private async Task WentAsync()
    {
        var (day, wrong) = Form!.On.Read("Day");
        if (wrong is not null || day > Calendar.Today)
        {
            Errors.Add("Form.On.Day", wrong ?? "The day must be today or earlier");
        }
        else if (Done(await Links.WentAsync(LinkId, Item!.Id, day!.Value, User.Doing("Noted when it last went there"), Gone)))
        {
            GoTo(Here, "The day was saved.");
        }
    }

    private async Task PartAsync()
    {
        if (Done(await Links.PartAsync(LinkId, Item!.Id, User.Doing("Took a link away"), Gone)))
        {
            GoTo(Here, "The link was taken away.");
        }
    }
}
