using Spectre.Console;
using Trellis.Kernel.Terminal;

namespace Trellis.Cli;

/// <summary>A bar with the share done and the time left, on a terminal only.</summary>
internal sealed class ProgressView(bool silent) : IProgressView
{
    public Task<T> ShowAsync<T>(string what, Func<IProgress<double>, Task<T>> work) => silent
        ? work(new Share(_ => { }))
        : AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(what), maxValue: 1);
                return work(new Share(share => task.Value = share));
            });

    private sealed class Share(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
