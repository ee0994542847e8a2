using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Members;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Governance.Pages.Members;

public sealed class MemberForm
{
    public int Version { get; set; }
    public string? Name { get; set; }
    public string? AgencyId { get; set; }
    public string? Role { get; set; }
    public bool Votes { get; set; }
    public TypedDate From { get; set; } = new();
    public TypedDate To { get; set; } = new();
    public string? AccountId { get; set; }
    public string? OfficerId { get; set; }

    public static MemberForm Of(ForumMember m) => new()
    {
        Version = m.Version, Name = m.Name, AgencyId = $"{m.AgencyId}", Role = $"{m.Role}", Votes = m.Votes,
        From = TypedDate.Of(m.From), To = TypedDate.Of(m.To), AccountId = $"{m.AccountId}", OfficerId = $"{m.OfficerId}",
    };

    public MemberOptions Read(FormErrors errors) => new(
        Name ?? "", Reading.Id(AgencyId), Reading.Choice(Role, MemberRole.Member), Votes,
        errors.Day("Form.From", From, "First day"), errors.DayOrNone("Form.To", To, "Last day"), Reading.Id(AccountId), Reading.Id(OfficerId));
}

public sealed partial class EditMember
{
    private static readonly Choice[] roles = [.. Enum.GetValues<MemberRole>().Select(r => new Choice($"{r}", MemberWords.Of(r)))];

    private Choice[] agencies = [];
    private Choice[] accounts = [];
    private Choice[] officers = [];

    [Parameter]
    public Guid? Id { get; set; }

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private MemberService Service { get; set; } = null!;

    [Inject]
    private AgencyService Agencies { get; set; } = null!;

    [Inject]
    private OrganisationService Organisation { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromForm]
    private MemberForm? Form { get; set; }

    protected override async Task LoadAsync(Forum board)
    {
        var member = Id is { } id ? await Service.FindAsync(board.Id, id, Gone) : null;
        if (Id is not null && member is null)
        {
            Navigation.NotFound();
            return;
        }

        Form ??= member is null ? new MemberForm { Role = $"{MemberRole.Member}", Votes = true, From = TypedDate.Of(Calendar.Today) } : MemberForm.Of(member);
        agencies = [new("", "None: independent"), .. (await Agencies.AllAsync(Gone)).Select(a => new Choice($"{a.Id}", a.Name))];
        accounts = [new("", "None"), .. (await Db.Users.AsNoTracking().Select(a => new { a.Id, a.DisplayName }).ToListAsync(Gone))
            .OrderBy(a => SortKey.Of(a.DisplayName), StringComparer.Ordinal).Select(a => new Choice($"{a.Id}", a.DisplayName))];
        officers = await OfficersAsync(Organisation, Form.OfficerId, "None", Gone);
    }

    private async Task SaveAsync()
    {
        var options = Form!.Read(Errors);
        if (!Errors.Any && Done(Id is { } id
                ? await Service.ChangeAsync(Board!.Id, id, Form.Version, options, User.Doing("Changed the member"), Gone)
                : await Service.AddAsync(Board!.Id, options, User.Doing("Added the member"), Gone)))
        {
            GoTo(MemberService.AddressOf(Board!), "Your changes were saved.");
        }
    }
}
