using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Calendar;

namespace Trellis.Risks.Pages.Reviews;

public sealed class ReviewForm
{
    public int Version { get; set; }
    public TypedDate On { get; set; } = new();
    public string? Found { get; set; }
    public ScoreForm Inherent { get; set; } = new();
    public ScoreForm Current { get; set; } = new();
    public ScoreForm Target { get; set; } = new();
    public TypedDate NextReviewBy { get; set; } = new();
}

public sealed partial class WriteReview
{
    [Inject]
    private ReviewService Reviews { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromForm]
    private ReviewForm? Form { get; set; }

    protected override Task LoadAsync(Risk risk)
    {
        // A date that has come asks for a new one; a later one stands until somebody moves it.
        Form ??= new ReviewForm
        {
            Version = risk.Version, On = TypedDate.Of(Calendar.Today), Inherent = ScoreForm.Of(risk.Inherent), Current = ScoreForm.Of(risk.Current),
            Target = ScoreForm.Of(risk.Target), NextReviewBy = TypedDate.Of(risk.NextReviewBy > Calendar.Today ? risk.NextReviewBy : null),
        };
        return Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        var (on, wrong) = Form!.On.Read("Reviewed on");
        if (wrong is not null)
        {
            Errors.Add("Form.On", wrong);
            RiskChoices.Require(Form.Found, "Form.Found", "Enter what you found", Errors);
        }

        if (!OptionalDate.Read(Form.NextReviewBy, "Form.NextReviewBy", "Next review by", Errors, out var next) || on is not { } day)
        {
            return;
        }

        var options = new ReviewOptions(day, Form.Found ?? "", Form.Inherent.Read(), Form.Current.Read(), Form.Target.Read(), next);
        if (Done(await Reviews.WriteAsync(Item!.Id, Form.Version, options, User.Doing("Reviewed the risk"), Gone)))
        {
            GoTo(Here, "The review is saved.");
        }
    }
}
