using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Jobs;

namespace Trellis.Kernel.Pages;

/// <summary>A page that shows a <see cref="SavingRun{T}"/>. Whoever is one draws it by <c>base.BuildRenderTree</c>.</summary>
public abstract partial class SavingPage<T>
{
    private const string LookAgainSeconds = "2";
    private SavingRun<T>? run;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private SavingRuns<T> Runs { get; set; } = null!;

    /// <summary>"The extract is being taken in".</summary>
    protected abstract string Going { get; }

    /// <summary>"The extract was not taken in".</summary>
    protected abstract string Failed { get; }

    /// <summary>From where it can be tried again.</summary>
    protected abstract string Again { get; }

    /// <summary>"1,200 rows".</summary>
    protected abstract string Of(int size);

    /// <summary>Where to go when it is saved, and what to say there.</summary>
    protected abstract (string Address, string Said) After(T saved);

    protected override Task LoadAsync()
    {
        run = Runs.Of(Id);
        if (run is null)
        {
            Navigation.NotFound();
        }
        else if (run.Outcome is null)
        {
            // A header, not an element: it works without script and moves nobody's focus.
            Http.Response.Headers["Refresh"] = LookAgainSeconds;
        }
        else if (Done(run.Outcome))
        {
            Runs.Forget(Id);
            var (address, said) = After(run.Outcome.Value!);
            GoTo(address, said);
        }

        return Task.CompletedTask;
    }
}
