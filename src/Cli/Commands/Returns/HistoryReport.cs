using System.Text.Json;
using Trellis.Kernel.Terminal;
using Trellis.Returns.LookBack;

namespace Trellis.Cli.Commands.Returns;

/// <summary>What several returns tell together: what was repaired where they do not fit, and one child's story.</summary>
internal static class HistoryReport
{
    public static int Print(CommandRun run, History history, string? child)
    {
        var story = child is null ? [] : history.StoryOf(child);
        if (child is not null && story.Count == 0)
        {
            throw new CommandFailedException(ExitCode.NotFound, "No return tells of a child of that identifier.");
        }

        Repair[] repairs = [.. history.Repairs.Where(r => child is null || string.Equals(r.Child, child.Trim(), StringComparison.OrdinalIgnoreCase))];
        return run.Answer(
            ExitCode.Done,
            new
            {
                children = history.Children.Count,
                repairs = repairs.Select(r => new { r.Child, day = r.Day, kind = NameOf(r.Kind), r.What }),
                story = child is null ? null : story.Select(e => new { e.From, e.To, kind = NameOf(e.Kind), e.Words }),
            },
            [
                .. repairs.Select(r => $"{r.Child,-14} {r.Day,10:dd/MM/yyyy} {NameOf(r.Kind),-14} {r.What}"),
                .. story.Select(e => $"{e.From,10:dd/MM/yyyy} {(e.To is { } to ? $"to {to:dd/MM/yyyy}" : ""),-13} {NameOf(e.Kind),-15} {e.Words}"),
                $"{history.Children.Count:N0} children. {repairs.Length:N0} {(child is null ? "" : "of this child's ")}episodes were repaired, or left where nobody can know.",
            ]);
    }

    private static string NameOf(Enum kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
