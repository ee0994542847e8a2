using Trellis.Plans.Import;

namespace Trellis.Plans.Importing;

/// <summary>A choice that only a person can make when a changed document meets an edited plan.</summary>
/// <param name="Key">What the answer is filed under: "{thing}.{field}" "{thing}.place" or "{thing}.gone".</param>
public sealed record ImportQuestion(string Key, string Title, string InPlan, string InDocument)
{
    public static IEnumerable<ImportQuestion> Of(RowChange change)
    {
        if (change.State == RowState.Gone)
        {
            yield return new ImportQuestion($"{change.Existing!.Id}.gone", TextOf(change), "Keep it in the plan", "Take it out: the document has it no more");
        }

        if (change.MovedHereToo)
        {
            yield return new ImportQuestion(PlaceKey(change), $"{TextOf(change)}: place", "Leave it where it was moved here", "Put it where the document has it");
        }

        foreach (var field in change.Fields.Where(f => f.State == FieldState.Choose))
        {
            yield return new ImportQuestion($"{change.Existing!.Id}.{field.Name}", $"{TextOf(change)}: {FieldWords(field.Name)}", Said(field.Current), Said(field.New));
        }
    }

    public static string PlaceKey(RowChange change) => $"{change.Existing!.Id}.place";

    public static string TextOf(RowChange change) =>
        (change.Read?.Fields ?? change.Existing!.Current).GetValueOrDefault(PlanFields.Text, "");

    public static string FieldWords(string field) => field switch
    {
        PlanFields.Text => "text",
        PlanFields.Due => "deadline",
        PlanFields.Owners => "lead officer",
        PlanFields.LeadMember => "lead member",
        PlanFields.LeadOfficer => "lead officer",
        PlanFields.PlanYear => "plan year",
        PlanFields.CompletedOn => "completed on",
        PlanFields.FirstDue => "deadline first promised",
        PlanFields.Forecast => "expected by",
        PlanFields.Why => "why it goes so",
        PlanFields.Commentary => "what the officer says",
        PlanFields.CommentaryOn => "said on",
        _ => field,
    };

    private static string Said(string value) => value.Length == 0 ? "Nothing" : value.Length > 300 ? value[..300] + "…" : value;
}
