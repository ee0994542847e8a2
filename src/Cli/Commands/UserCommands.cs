using System.CommandLine;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Terminal;

namespace Trellis.Cli.Commands;

/// <summary>Accounts from the terminal: above all for an administrator whom nobody is left to let in.</summary>
internal static class UserCommands
{
    private static readonly string RoleNames = string.Join(", ", Role.Labels.Keys);

    public static Command Make(CommandHost host) => new("user", "Accounts, and links to sign in with")
    {
        host.Make("list", "Every account", ListAsync), MakeAdd(host), MakeLink(host), MakeRoles(host), MakeClose(host, closed: true), MakeClose(host, closed: false),
    };

    private static async Task<int> ListAsync(CommandRun run, CancellationToken ct)
    {
        var accounts = await (await run.ServicesAsync(mustExist: true, ct)).GetRequiredService<AccountService>().AllAsync(ct);
        return run.Answer(
            ExitCode.Done,
            new { accounts = accounts.Select(a => new { a.Email, name = a.DisplayName, a.Roles, a.Closed, activated = a.Activated is not null }) },
            accounts.Select(a => $"{a.Email}  {a.DisplayName}  {string.Join(", ", a.Roles)}{(a.Closed ? "  closed" : a.Activated is null ? "  invited" : "")}"));
    }

    private static Command MakeAdd(CommandHost host)
    {
        var email = new Argument<string>("EMAIL") { Description = "The e-mail address" };
        var name = new Option<string>("--name") { Description = "The person's name", Required = true };
        var roles = new Option<string[]>("--role") { Description = $"One or more of: {RoleNames}", Required = true, AllowMultipleArgumentsPerToken = true };
        var command = host.Make("add", "Make an account and print its one-time link", async (run, ct) =>
        {
            var accounts = (await run.ServicesAsync(mustExist: true, ct)).GetRequiredService<AccountService>();
            var options = new AccountOptions(run.Asked.GetRequiredValue(name), run.Asked.GetRequiredValue(email), run.Asked.GetRequiredValue(roles), null);
            var made = await accounts.CreateAsync(options, new Process("Made an account from the terminal", Actor.Terminal), ct);
            return made.IsDone ? await LinkAsync(run, accounts, made.Value, ct) : run.Fail(made);
        });
        command.Arguments.Add(email);
        command.Options.Add(name);
        command.Options.Add(roles);
        return command;
    }

    private static Command MakeLink(CommandHost host) =>
        ForAccount(host, "link", "Print a one-time link with which the account signs in again", (run, accounts, account, ct) => LinkAsync(run, accounts, account, ct));

    private static Command MakeRoles(CommandHost host)
    {
        var roles = new Option<string[]>("--role") { Description = $"All that the account shall hold, one or more of: {RoleNames}", Required = true, AllowMultipleArgumentsPerToken = true };
        var command = ForAccount(host, "roles", "Set what the account may do", async (run, accounts, account, ct) =>
        {
            var options = new AccountOptions(account.DisplayName, account.Email!, run.Asked.GetRequiredValue(roles), account.OfficerId);
            return Changed(run, await accounts.ChangeAsync(account.Id, account.Version, options, new Process("Set an account's roles from the terminal", Actor.Terminal), ct));
        });
        command.Options.Add(roles);
        return command;
    }

    private static Command MakeClose(CommandHost host, bool closed) => ForAccount(
        host, closed ? "close" : "reopen", closed ? "Close the account: it cannot sign in any more" : "Let a closed account sign in again",
        async (run, accounts, account, ct) => Changed(
            run, await accounts.CloseAsync(account.Id, closed, new Process(closed ? "Closed an account from the terminal" : "Reopened an account from the terminal", Actor.Terminal), ct)));

    private static Command ForAccount(
        CommandHost host, string name, string description, Func<CommandRun, AccountService, Account, CancellationToken, Task<int>> work)
    {
        var email = new Argument<string>("EMAIL") { Description = "The account's e-mail address" };
        var command = host.Make(name, description, async (run, ct) =>
        {
            var accounts = (await run.ServicesAsync(mustExist: true, ct)).GetRequiredService<AccountService>();
            var wanted = run.Asked.GetRequiredValue(email).Trim();
            var account = (await accounts.AllAsync(ct)).Find(a => string.Equals(a.Email, wanted, StringComparison.OrdinalIgnoreCase));
            return account is null ? run.Fail(ExitCode.NotFound, "There is no account with this e-mail address.") : await work(run, accounts, account, ct);
        });
        command.Arguments.Add(email);
        return command;
    }

    private static async Task<int> LinkAsync(CommandRun run, AccountService accounts, Account account, CancellationToken ct)
    {
        var link = await accounts.InviteAsync(account.Id, new Process("Made a one-time link from the terminal", Actor.Terminal), ct);
        return link.IsDone
            ? run.Answer(ExitCode.Done, new { account.Email, link = link.Value }, $"Open this once, behind the service's own address, within 3 days: {link.Value}")
            : run.Fail(ExitCode.Refused, "The account is closed. Reopen it first.");
    }

    private static int Changed(CommandRun run, Result<Account> result) => result.IsDone
        ? run.Answer(ExitCode.Done, new { result.Value.Email, result.Value.Roles, result.Value.Closed }, "Done.")
        : run.Fail(result);
}
