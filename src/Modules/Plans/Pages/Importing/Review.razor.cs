using Trellis.Plans.Import;
using Trellis.Plans.Importing;

namespace Trellis.Plans.Pages.Importing;

public sealed partial class Review
{
    private const int PerPage = 50;
    private const string OwnWords = "(own words)";
    private const int LongestLine = 220;

    private List<Doubt> open = [];
    private List<Doubt> settled = [];
    private Dictionary<int, string> lines = [];
    private string title = "";

    protected override Task LoadAsync(OpenImport open)
    {
        this.open = [.. open.Reading.Doubts.Where(d => !d.IsSettled)];
        settled = [.. open.Reading.Doubts.Where(d => d.IsSettled)];
        lines = open.Reading.Account.GroupBy(l => l.Line).ToDictionary(g => g.Key, g => g.First().Text);
        title = this.open.Count switch { 0 => "The document is understood", 1 => "1 place is in doubt", var n => $"{n:N0} places are in doubt" };
        return Task.CompletedTask;
    }

    private static string Field(Doubt doubt) => $"doubt.{doubt.Id}";

    private static string TextField(Doubt doubt) => $"words.{doubt.Id}";

    /// <summary>What was chosen in the form that failed; nothing is chosen for the person beforehand.</summary>
    private string? Chosen(Doubt doubt) => IsPost ? Http.Request.Form[Field(doubt)].ToString() : null;

    private string? Typed(Doubt doubt) => IsPost ? Http.Request.Form[TextField(doubt)].ToString() : null;

    private string TextAt(int line) => lines.GetValueOrDefault(line, "") is var text && text.Length > LongestLine ? text[..LongestLine] + "…" : text;

    private static string Said(Doubt doubt) => doubt.Options.FirstOrDefault(o => o.Key == doubt.Answer)?.Consequence ?? doubt.Answer ?? "";

    private async Task SettleAsync()
    {
        var form = Http.Request.Form;
        var all = form["All"] == "proposed";
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var doubt in open)
        {
            var chosen = form[Field(doubt)].ToString();
            if (chosen == OwnWords && doubt.AllowsText)
            {
                if (string.IsNullOrWhiteSpace(form[TextField(doubt)]))
                {
                    Errors.Add(TextField(doubt), "Write what should stand there");
                    continue;
                }

                answers[doubt.Id] = form[TextField(doubt)].ToString();
            }
            else if (doubt.Options.Any(o => o.Key == chosen))
            {
                answers[doubt.Id] = chosen;
            }
            else if (all)
            {
                answers[doubt.Id] = doubt.Proposed;
            }
        }

        if (answers.Count == 0 && !Errors.Any)
        {
            Errors.Add(Field(open[0]), "Choose a reading for at least one place");
        }

        if (!Errors.Any && Done(await Imports.AnswerAsync(Id, answers, User.Doing("Settled doubts of an import"), Gone)))
        {
            GoTo(Step(), answers.Count == 1 ? "1 answer was kept." : $"{answers.Count:N0} answers were kept.");
        }
    }

    private async Task DiscardAsync()
    {
        if (Done(await Imports.DiscardAsync(Id, User.Doing("Threw an import away"), Gone)))
        {
            GoTo("/plan/import", "The import was thrown away. Nothing of it was saved.");
        }
    }
}
