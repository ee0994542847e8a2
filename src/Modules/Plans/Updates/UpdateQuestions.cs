using Trellis.Governance.Asks;
using Trellis.Kernel;
using Trellis.Plans.Import;

namespace Trellis.Plans.Updates;

/// <summary>An update understood: what can be sent.</summary>
public sealed record ReadUpdate(Progress Progress, bool NoChange, string Text, string? Why, string? LateWhy, IReadOnlyList<MilestoneSaying> Milestones, AskOptions? Ask, string? AskOf);

/// <summary>
/// What is asked of an update before it is sent, the same for the page and for the workbook. An answer that is missing is a
/// question to the owner, with the field that answers it.
/// </summary>
/// <param name="today">The day on which it is sent.</param>
public sealed class UpdateQuestions(DateOnly today, WhoCanBeAsked who)
{
    public (ReadUpdate? Read, List<FieldError> Questions) Of(OwedLine line, UpdateForm form)
    {
        var questions = new List<FieldError>();
        var read = line.Item is KeyAction action ? OfAction(line, action, form, questions) : OfSection(line, form, questions);
        if (today > line.Cycle.InTimeUntil && string.IsNullOrWhiteSpace(form.LateWhy))
        {
            Ask("LateWhy", $"Entry closed on {line.Cycle.InTimeUntil:d MMMM yyyy}. Say in a sentence why this comes late");
        }

        TooLong("Why", form.Why, KeyAction.LongestWhy);
        TooLong("LateWhy", form.LateWhy, KeyAction.LongestWhy);
        return (questions.Count == 0 ? read : null, questions);

        void Ask(string field, string question) => questions.Add(new($"{line.Key}.{field}", question));

        void TooLong(string field, string? text, int longest)
        {
            if (text?.Trim().Length > longest)
            {
                Ask(field, $"Use {longest:N0} characters or fewer");
            }
        }
    }

    private ReadUpdate OfAction(OwedLine line, KeyAction action, UpdateForm form, List<FieldError> questions)
    {
        var sayings = ReadMilestones(line, form, questions);
        var progress = form.NoChange ? action.Progress : Enum.TryParse<Progress>(form.Progress, out var chosen) && Enum.IsDefined(chosen) ? chosen : Progress.NotStated;
        if (progress == Progress.NotStated)
        {
            Ask("Progress", form.NoChange ? "Nobody has said yet how it goes, so say it now" : "Choose how it goes");
        }

        if (string.IsNullOrWhiteSpace(form.Text))
        {
            Ask("Text", form.NoChange ? "Say in a sentence why nothing changed" : "Say in a sentence or more how it stands");
        }
        else if (form.Text.Trim().Length > KeyAction.LongestCommentary)
        {
            Ask("Text", $"Use {KeyAction.LongestCommentary:N0} characters or fewer");
        }

        var proposed = KeyAction.Proposed(line.Milestones.Select(m => sayings.Find(s => s.Id == m.Id) is { } saying ? m.As(saying) : m), today);
        if (KeyAction.SaysBetter(progress, proposed) && string.IsNullOrWhiteSpace(form.Why))
        {
            var late = line.Milestones.FirstOrDefault(m => m.IsLateOn(today));
            Ask("Why", late is null
                ? $"Its dates say “{line.Plan.WordsFor(proposed)}”. Say why it is better than that"
                : $"“{late.Title}” was due {late.CurrentDue} and is not done. Say why “{line.Plan.WordsFor(progress)}” is right all the same");
        }

        return new ReadUpdate(progress, form.NoChange, form.Text?.Trim() ?? "", OrNull(form.Why), OrNull(form.LateWhy), sayings, ReadAsk(), OrNull(form.AskOf));

        AskOptions? ReadAsk()
        {
            if (progress != Progress.NeedsSupport || (line.HasOpenAsk && string.IsNullOrWhiteSpace(form.AskWhat)))
            {
                return null;
            }

            var (forum, officer) = who.Find(form.AskOf);
            var ask = new AskOptions(form.AskWhat ?? "", forum, officer);
            questions.AddRange(AskService.Check(ask).Select(e => new FieldError($"{line.Key}.Ask{e.Field}", e.Message)));
            return ask;
        }

        void Ask(string field, string question) => questions.Add(new($"{line.Key}.{field}", question));
    }

    private static ReadUpdate OfSection(OwedLine line, UpdateForm form, List<FieldError> questions)
    {
        var body = ((Section)line.Item).Body;
        if (form.NoChange && string.IsNullOrWhiteSpace(form.Why))
        {
            questions.Add(new($"{line.Key}.Why", "Say in a sentence why nothing changed"));
        }
        else if (!form.NoChange && string.IsNullOrWhiteSpace(form.Text))
        {
            questions.Add(new($"{line.Key}.Text", "Write the section, or say that nothing changed"));
        }
        else if (form.Text?.Trim().Length > PlanItem.LongestText)
        {
            questions.Add(new($"{line.Key}.Text", $"Use {PlanItem.LongestText:N0} characters or fewer"));
        }

        return new ReadUpdate(Progress.NotStated, form.NoChange, form.NoChange ? body : form.Text?.Trim() ?? "", OrNull(form.Why), OrNull(form.LateWhy), [], null, null);
    }

    /// <summary>Those of which something new is said.</summary>
    private List<MilestoneSaying> ReadMilestones(OwedLine line, UpdateForm form, List<FieldError> questions)
    {
        var sayings = new List<MilestoneSaying>();
        foreach (var milestone in line.Milestones)
        {
            if (!form.Milestones.TryGetValue(milestone.Reference, out var typed) || (string.IsNullOrWhiteSpace(typed.State) && string.IsNullOrWhiteSpace(typed.When)))
            {
                continue;
            }

            var lifecycle = Enum.TryParse<Lifecycle>(typed.State, out var state) && Enum.IsDefined(state) ? state : milestone.Lifecycle;
            var when = ReadDue.Parse(typed.When ?? "");
            var field = $"{line.Key}.{milestone.Reference}";
            if (lifecycle == Lifecycle.Complete)
            {
                if (when.Kind != Import.DueKind.Date || when.Date > today)
                {
                    questions.Add(new(field, $"Say on which day “{milestone.Title}” was completed, for example 27 March 2026; today or earlier"));
                    continue;
                }

                sayings.Add(new(milestone.Id, lifecycle, when.Date, Due.None));
            }
            else if (when.Kind is Import.DueKind.Unclear or Import.DueKind.Ongoing)
            {
                questions.Add(new(field, $"Say when you expect “{milestone.Title}”: a day such as 27 March 2026, or a month such as March 2026"));
            }
            else
            {
                sayings.Add(new(milestone.Id, lifecycle, null, when.Kind switch
                {
                    Import.DueKind.Date => Due.On(when.Date!.Value),
                    Import.DueKind.Month => Due.In(when.Date!.Value.Year, when.Date.Value.Month),
                    _ => Due.None,
                }));
            }
        }

        return sayings;
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
