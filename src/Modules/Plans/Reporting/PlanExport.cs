using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Kernel;
using Trellis.Plans.Import;

namespace Trellis.Plans.Reporting;

/// <summary>The plan as data: one row a milestone, or the whole tree as JSON.</summary>
public static class PlanExport
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, MaxDepth = 512, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/plan/{address}/export.csv", (string address, AppDbContext db, PlanService plans, CancellationToken ct) =>
            SendAsync(address, "csv", "text/csv; charset=utf-8", tree => Table(tree), db, plans, ct)).RequireAuthorization(PlanPermission.Read);
        endpoints.MapGet("/plan/{address}/export.json", (string address, AppDbContext db, PlanService plans, CancellationToken ct) =>
            SendAsync(address, "json", "application/json; charset=utf-8", tree => Json(tree), db, plans, ct)).RequireAuthorization(PlanPermission.Read);
    }

    /// <summary>One row a milestone; an action without one has a row of its own. Opens in Excel as it is.</summary>
    public static string Table(PlanTree tree, Priority? only = null)
    {
        var plan = tree.Plan;
        var csv = new Csv();
        csv.Row(plan.PriorityWord, plan.ObjectiveWord, plan.ActionWord, "Reference", plan.MilestoneWord, "Milestone reference", "State", "Deadline", "First promised",
            "Slip", "Department", "Lead officer", "Overall progress", "Why", "Progress level");
        foreach (var priority in tree.Priorities.Where(p => only is null || p.Id == only.Id))
        {
            foreach (var action in tree.WithBelow(priority).OfType<KeyAction>())
            {
                var objective = tree.WithBelow(priority).OfType<Objective>().FirstOrDefault(o => o.Id == action.ParentId)?.Title ?? "";
                foreach (var milestone in tree.Below<Milestone>(action).Cast<Milestone?>().DefaultIfEmpty(null))
                {
                    csv.Row(priority.Title, objective, action.Title, action.Reference, milestone?.Title ?? "", milestone?.Reference ?? "",
                        milestone is null ? "" : LifecycleWords.Of(milestone.Lifecycle), milestone?.CurrentDue.ToString() ?? "", milestone?.OriginalDue.ToString() ?? "",
                        milestone?.Slip?.ToString() ?? "", tree.Names.Departments(action), tree.Names.Owners(action), plan.WordsFor(action.Progress), action.ProgressWhy ?? "",
                        action.Progress == Progress.NotStated ? "" : ExportedRows.Levels[(int)action.Progress - 1]);
                }
            }
        }

        return csv.ToString();
    }

    /// <param name="hangs">What hangs on an item, by a name for each kind; null leaves that out.</param>
    public static string Json(PlanTree tree, Priority? only = null, Func<PlanItem, IEnumerable<(string Name, IEnumerable<string> Titles)>>? hangs = null) => new JsonObject
    {
        ["title"] = tree.Plan.Title,
        ["year"] = tree.Plan.Year,
        ["priorities"] = new JsonArray([.. tree.Priorities.Where(p => only is null || p.Id == only.Id).Select(p => Node(tree, p, hangs))]),
    }.ToJsonString(Readable);

    private static JsonObject Node(PlanTree tree, PlanItem item, Func<PlanItem, IEnumerable<(string Name, IEnumerable<string> Titles)>>? hangs)
    {
        var node = new JsonObject { ["kind"] = ItemKind.Of(item).Folder, ["reference"] = item.Reference, ["title"] = item.Title };
        switch (item)
        {
            case Priority p:
                node["number"] = p.Number;
                node["leadMember"] = p.LeadMember;
                node["leadOfficer"] = tree.Names.Officer(p.LeadOfficerId);
                node["introduction"] = p.Introduction;
                break;
            case KeyAction a:
                node["accountable"] = tree.Names.Officer(a.AccountableOfficerId);
                node["contributors"] = new JsonArray([.. a.ContributorIds.Select(c => JsonValue.Create(tree.Names.Officer(c)))]);
                node["departments"] = tree.Names.Departments(a);
                node["progress"] = tree.Plan.WordsFor(a.Progress);
                node["why"] = a.ProgressWhy;
                node["commentary"] = a.Commentary;
                node["commentaryOn"] = a.CommentaryOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                break;
            case Milestone m:
                node["state"] = LifecycleWords.Of(m.Lifecycle);
                node["due"] = m.CurrentDue.ToCode();
                node["originalDue"] = m.OriginalDue.ToCode();
                node["forecast"] = m.Forecast.ToCode();
                node["completedOn"] = m.CompletedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                node["owners"] = m.OwnersAsWritten;
                node["departments"] = m.DepartmentsAsWritten;
                break;
            case Challenge c:
                node["year"] = c.Year;
                break;
            case Section s:
                node["group"] = s.Group;
                node["owner"] = tree.Names.Officer(s.OwnerOfficerId);
                node["body"] = s.Body;
                break;
        }

        foreach (var (name, titles) in hangs?.Invoke(item) ?? [])
        {
            node[name] = new JsonArray([.. titles.Select(title => (JsonNode?)title)]);
        }

        var below = tree.Below<PlanItem>(item).Select(i => (JsonNode?)Node(tree, i, hangs)).ToArray();
        if (below.Length > 0)
        {
            node["below"] = new JsonArray(below);
        }

        return node;
    }

    private static async Task<IResult> SendAsync(
        string address, string extension, string type, Func<PlanTree, string> write, AppDbContext db, PlanService plans, CancellationToken ct) =>
        await plans.FindAsync(address, ct) is { } plan
            ? Results.File(Encoding.UTF8.GetBytes(write(await PlanTree.LoadAsync(db, plan, ct))), type, $"{plan.Address}.{extension}")
            : Results.NotFound();
}
