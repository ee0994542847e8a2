using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;

namespace Trellis.Kernel.Pages.Administration;

public sealed partial class AuditPage : TrellisPage
{
    private static readonly Choice[] Periods = [new("", "All time"), new("1", "The last day"), new("7", "The last 7 days"), new("31", "The last 31 days"), new("366", "The last year")];
    private readonly LinkItem[] trail = [new("Administration", "/administration"), new("Audit")];
    private List<Choice> people = [];
    private Paged<AuditLine> lines = new([], 1, 0);
    private AuditReport? report;

    [Inject]
    private AuditLog Log { get; set; } = null!;

    [Inject]
    private AuditVerification Verification { get; set; } = null!;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? Person { get; set; }

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public int? Number { get; set; }

    protected override async Task LoadAsync()
    {
        people = [new("", "Everybody and the program"), .. (await Accounts.AllAsync(Gone)).Select(a => new Choice(a.Id.ToString(), $"{a.DisplayName}, {a.Email}"))];
        DateTimeOffset? since = int.TryParse(Period, out var days) && Periods.Any(p => p.Value == Period) ? Clock.GetUtcNow().AddDays(-days) : null;
        lines = await Log.ListAsync(Guid.TryParse(Person, out var id) ? id : null, since, Number, Gone);
    }

    private async Task VerifyAsync() => report = await Verification.VerifyAsync(Gone);

    private string Address(int number) => Navigation.GetUriWithQueryParameters("/administration/audit", new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["person"] = Person, ["period"] = Period, ["page"] = number == 1 ? null : number,
    });
}
