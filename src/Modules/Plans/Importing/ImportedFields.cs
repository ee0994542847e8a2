using Trellis.Kernel;
using Trellis.Measures;
using Trellis.Plans.Import;
using Trellis.Risks;
using F = Trellis.Plans.Import.PlanFields;

namespace Trellis.Plans.Importing;

/// <summary>Puts what a document says of one field onto the thing that the row became.</summary>
internal sealed class ImportedFields(Cast cast, Plan plan, IReadOnlyDictionary<string, ReadItem> read, IEnumerable<Plan> plans)
{
    private readonly Dictionary<string, Plan> _plansByTitle =
        plans.Where(p => p.Id != plan.Id).GroupBy(p => SortKey.Of(p.Title)).ToDictionary(g => g.Key, g => g.First());

    public void Put(Thing thing, string field, ReadRow row)
    {
        var value = row.Fields[field];
        var item = read.GetValueOrDefault(row.Place);
        switch (thing, field)
        {
            case (PlanItem it, F.Text):
                it.Title = value;
                if (it is Priority numbered && item is ReadPriority { Number: { } number })
                {
                    numbered.Number = $"{number}";
                }

                if (it is KeyAction delivering && item is ReadKeyAction { DeliversPlan: { } delivered })
                {
                    delivering.DeliversPlanId = _plansByTitle.GetValueOrDefault(SortKey.Of(delivered))?.Id;
                }

                break;
            case (Priority p, F.LeadMember):
                p.LeadMember = OrNull(value);
                break;
            case (Priority p, F.LeadOfficer):
                p.LeadOfficerId = cast.Officer(value, false, null);
                break;
            case (Priority p, F.Description):
                p.Introduction = OrNull(value);
                break;
            case (KeyAction a, F.Departments):
                var codes = ((ReadKeyAction)item!).Departments.Select(d => cast.Department(d)).OfType<Guid>().Distinct().ToList();
                a.DepartmentId = codes.Count > 0 ? codes[0] : null;
                a.OtherDepartmentIds = [.. codes.Skip(1)];
                break;
            case (KeyAction a, F.Owners):
                (a.AccountableOfficerId, a.ContributorIds) = cast.Owners(((ReadKeyAction)item!).Owners, a.DepartmentId);
                break;
            case (KeyAction a, F.Progress):
                a.Progress = ((ReadKeyAction)item!).Progress.State switch { 0 => Progress.OnTrack, 1 => Progress.Managed, 2 => Progress.NeedsSupport, _ => Progress.NotStated };
                break;
            case (KeyAction a, F.Why):
                a.ProgressWhy = OrNull(Cut(value, KeyAction.LongestWhy));
                break;
            case (KeyAction a, F.Commentary):
                a.Commentary = OrNull(Cut(value, KeyAction.LongestCommentary));
                break;
            case (KeyAction a, F.CommentaryOn):
                a.CommentaryOn = ((ReadKeyAction)item!).CommentaryOn;
                break;
            case (Milestone m, F.State):
                m.Lifecycle = ((ReadMilestone)item!).State ?? m.Lifecycle;
                break;
            case (Milestone m, F.CompletedOn):
                m.CompletedOn = ((ReadMilestone)item!).CompletedOn;
                break;
            case (Milestone m, F.FirstDue):
                m.OriginalDue = ToDue(((ReadMilestone)item!).FirstDue!.Value);
                break;
            case (Milestone m, F.Forecast):
                m.Forecast = ToDue(((ReadMilestone)item!).Forecast!.Value);
                break;
            case (Milestone m, F.Due):
                var due = ToDue(((ReadMilestone)item!).Due);
                m.MoveTo(due);
                if (m.OriginalDue.Kind == DueKind.None)
                {
                    m.OriginalDue = due;
                }

                break;
            case (Milestone m, F.Owners):
                m.OwnersAsWritten = OrNull(value);
                break;
            case (Milestone m, F.Departments):
                m.DepartmentsAsWritten = OrNull(value);
                break;
            case (Challenge c, F.PlanYear):
                c.Year = value.Length > 0 ? value : plan.Year;
                break;
            case (Section s, F.Body):
                s.Body = value;
                break;
            case (Section s, F.Owners):
                s.OwnerOfficerId = cast.Officer(value, false, null);
                break;
            case (Section s, F.Group):
                s.Group = OrNull(value);
                break;
            case (Risk r, _):
                Put(r, field, value);
                break;
            case (Indicator i, _):
                Put(i, field, value, item);
                break;
        }
    }

    private static void Put(Risk risk, string field, string value)
    {
        var options = RiskOptions.Of(risk);
        RiskService.Put(risk, field switch
        {
            F.Text => options with { Title = value },
            F.Type => options with { Scope = value.Contains("national", StringComparison.OrdinalIgnoreCase) ? RiskScope.National : RiskScope.Local },
            F.Level when value.Length > 0 => options with { Level = value },
            _ => options,
        });
    }

    private void Put(Indicator indicator, string field, string value, ReadItem? item)
    {
        var options = IndicatorOptions.Of(indicator);
        if (field == F.Text)
        {
            options = options with { Title = value, SetOfPlan = (item as ReadIndicator)?.SetOfPlan };
        }
        else if (field == F.Departments && item is ReadIndicator { Departments: var departments })
        {
            var codes = departments.Select(d => cast.Department(d)).OfType<Guid>().Distinct().ToList();
            options = options with { DepartmentId = codes.Count > 0 ? codes[0] : null, OtherDepartmentIds = [.. codes.Skip(1)] };
        }
        else if (field == F.Owners && item is ReadIndicator { Owners: var owners })
        {
            var (lead, others) = cast.Owners(owners, indicator.DepartmentId);
            options = options with { LeadOfficerId = lead, OtherOfficerIds = others };
        }

        IndicatorService.Put(indicator, options);
    }

    private static Due ToDue(ReadDue due) => due.Kind switch
    {
        Import.DueKind.Date => Due.On(due.Date!.Value),
        Import.DueKind.Month => Due.In(due.Date!.Value.Year, due.Date.Value.Month),
        Import.DueKind.Ongoing => Due.Ongoing,
        _ => Due.None,
    };

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
