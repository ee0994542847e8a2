using System.CommandLine;

namespace Trellis.Kernel.Terminal;

/// <summary>
/// Makes terminal commands that share the options for place and output. A command that needs no database never opens one,
/// so an engine's command starts in the time that it takes to load the engine.
/// </summary>
public sealed class CommandHost(Func<ParseResult, CommandRun> begin)
{
    private readonly Dictionary<string, Command> groups = new(StringComparer.Ordinal);

    /// <summary>The first word of commands such as "import plan" and "import figures": one for all modules that bring one.</summary>
    public Command Group(string name, string description)
    {
        if (!groups.TryGetValue(name, out var group))
        {
            groups.Add(name, group = new Command(name, description));
        }

        return group;
    }

    /// <summary>A command that does some work; arguments and options are added to it by the caller.</summary>
    /// <param name="work">Returns one of the <see cref="ExitCode"/>s.</param>
    public Command Make(string name, string description, Func<CommandRun, CancellationToken, Task<int>> work)
    {
        var command = new Command(name, description);
        command.SetAction(async (asked, ct) =>
        {
            await using var run = begin(asked);
            try
            {
                return await work(run, ct);
            }
            catch (CommandFailedException failure)
            {
                return run.Fail(failure.Code, failure.Message);
            }
        });
        return command;
    }
}

/// <summary>What a terminal command says when it ends; documented in docs/operations.md.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>It failed, or found faults.</summary>
    public const int Failed = 1;

    /// <summary>The words typed make no command.</summary>
    public const int Usage = 2;

    /// <summary>The file given is not there, damaged or not of the kind expected.</summary>
    public const int BadFile = 3;

    /// <summary>There is no such database, plan or account.</summary>
    public const int NotFound = 4;

    /// <summary>It would overwrite something, or is not allowed.</summary>
    public const int Refused = 5;

    /// <summary>A person has to decide something first; the answer says what.</summary>
    public const int NeedsPerson = 6;

    /// <summary>Stopped by the person.</summary>
    public const int Interrupted = 130;
}

/// <summary>Ends a command early with words for the person who typed it.</summary>
public sealed class CommandFailedException(int code, string message) : Exception(message)
{
    public int Code => code;
}
