using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Organisation;

namespace Trellis.Governance.Pages;

public sealed class RulesForm
{
    public int Version { get; set; }
    public string? NoticeKind { get; set; }
    public string? NoticeDays { get; set; }
    public bool SaturdayCounts { get; set; }
    public string? KeyDecisionDays { get; set; }
    public string? AnswerMonths { get; set; }
    public bool IsPublic { get; set; }
    public string? Quorum { get; set; }

    /// <summary>How many members of each agency must be there, by the agency's id.</summary>
    public Dictionary<string, string?> Least { get; set => field = value ?? []; } = [];

    public static RulesForm Of(Forum forum) => new()
    {
        Version = forum.Version, NoticeKind = $"{forum.NoticeKind}", NoticeDays = $"{forum.NoticeDays}", SaturdayCounts = forum.SaturdayCounts,
        KeyDecisionDays = $"{forum.KeyDecisionDays}", AnswerMonths = $"{forum.AnswerMonths}", IsPublic = forum.IsPublic, Quorum = $"{forum.Quorum}",
        Least = forum.QuorumAgencyIds.GroupBy(a => a).ToDictionary(a => $"{a.Key}", a => (string?)$"{a.Count()}"),
    };

    public ForumRules Read() => new(
        new Notice(Reading.Choice(NoticeKind, Governance.NoticeKind.ClearWorkingDays), Reading.Number(NoticeDays), SaturdayCounts),
        Reading.Number(KeyDecisionDays), Reading.Number(AnswerMonths), IsPublic, Reading.NumberOrNone(Quorum),
        [.. Least.SelectMany(a => Enumerable.Repeat(Guid.Parse(a.Key), Math.Clamp(Reading.NumberOrNone(a.Value) ?? 0, 0, MostOfAnAgency)))]);

    private const int MostOfAnAgency = 20;
}

public sealed partial class EditRules
{
    private List<Agency> agencies = [];

    [Inject]
    private AgencyService Agencies { get; set; } = null!;

    [SupplyParameterFromForm]
    private RulesForm? Form { get; set; }

    protected override async Task LoadAsync(Forum board)
    {
        agencies = await Agencies.AllAsync(Gone);
        Form ??= RulesForm.Of(board);
    }

    private async Task SaveAsync()
    {
        foreach (var agency in Form!.Least.Where(a => !agencies.Exists(k => $"{k.Id}" == a.Key)).Select(a => a.Key).ToList())
        {
            Form.Least.Remove(agency);
        }

        foreach (var (agency, _) in Form.Least.Where(a => Reading.NumberOrNone(a.Value) == -1))
        {
            Errors.Add($"Form.Least[{agency}]", "Enter a number, or leave it empty");
        }

        if (!Errors.Any && Done(await Forums.ChangeRulesAsync(Board!.Address, Form.Version, Form.Read(), User.Doing("Changed how the board works"), Gone)))
        {
            GoTo(BoardAddress, "Your changes were saved.");
        }
    }
}
