using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Organisation;

namespace Trellis.Kernel.Access;

/// <summary>What an account is made of, as the administrator types it.</summary>
public sealed record AccountOptions(string Name, string Email, IReadOnlyCollection<string> Roles, Guid? OfficerId);

/// <summary>Accounts, their roles, and the one-time links by which they start.</summary>
public sealed class AccountService(AppDbContext db, UserManager<Account> accounts, SubjectErasing erasing, ErasedSubjects erased, TimeProvider clock)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(3);

    /// <summary>What these accounts are called.</summary>
    public Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);

    public Task<bool> AnyAsync(CancellationToken ct) => db.Users.AnyAsync(ct);

    public Task<List<Account>> AllAsync(CancellationToken ct) =>
        db.Users.AsNoTracking().OrderBy(a => a.Closed).ThenBy(a => a.NormalizedEmail).ToListAsync(ct);

    public Task<Paged<Account>> ListAsync(int? page, CancellationToken ct) =>
        db.Users.AsNoTracking().OrderBy(a => a.Closed).ThenBy(a => a.NormalizedEmail).ToPageAsync(page, ct);

    public Task<Account?> FindAsync(Guid id, CancellationToken ct) => db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>A link for the first administrator. It carries no account: whoever opens it says who they are.</summary>
    public Task<string> FirstLinkAsync(CancellationToken ct) => MakeLinkAsync(null, new Process("Made the first administrator's link", Actor.Program), ct);

    /// <summary>A fresh link for an account; the links made for it before stop working.</summary>
    public async Task<Result<string>> InviteAsync(Guid accountId, Process process, CancellationToken ct)
    {
        if (!await db.Users.AnyAsync(a => a.Id == accountId && !a.Closed, ct))
        {
            return NotFound.Row;
        }

        var now = clock.GetUtcNow();
        foreach (var old in await db.Set<OneTimeLink>().Where(l => l.AccountId == accountId && l.Used == null && !l.Withdrawn).ToListAsync(ct))
        {
            old.Withdrawn = true;
        }

        return await MakeLinkAsync(accountId, process, ct);
    }

    public async Task<Result<Account>> CreateAsync(AccountOptions options, Process process, CancellationToken ct)
    {
        var account = new Account { Id = ThingId.New(clock), SecurityStamp = NewSecret() };
        if (await FillAsync(account, options, ct) is { Count: > 0 } errors)
        {
            return errors;
        }

        db.Process = process;
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account : made.Errors.Select(e => new FieldError("Email", e.Description)).ToList();
    }

    public async Task<Result<Account>> ChangeAsync(Guid id, int version, AccountOptions options, Process process, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account)
        {
            return NotFound.Row;
        }

        if (account.Version != version)
        {
            return await MeetAsync(account, options, ct);
        }

        if (await FillAsync(account, options, ct) is { Count: > 0 } errors)
        {
            db.ChangeTracker.Clear();
            return errors;
        }

        // A new stamp ends the sessions that still carry the old roles.
        account.SecurityStamp = NewSecret();
        await db.SaveAsync(process, ct);
        return account;
    }

    /// <summary>Closes or reopens an account. The last administrator stays open: nobody could let them in again.</summary>
    public async Task<Result<Account>> CloseAsync(Guid id, bool closed, Process process, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account)
        {
            return NotFound.Row;
        }

        if (closed && account.Roles.Contains(Role.Administrator) && !await OtherAdministratorAsync(id, ct))
        {
            return new FieldError("", "This is the last administrator. Make somebody else an administrator first");
        }

        account.Closed = closed;
        account.SecurityStamp = NewSecret();
        await db.SaveAsync(process, ct);
        return account;
    }

    /// <summary>The link's account, when the secret is known, unused and in time.</summary>
    public async Task<OneTimeLink?> LinkAsync(string secret, CancellationToken ct)
    {
        var hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));
        var link = await db.Set<OneTimeLink>().SingleOrDefaultAsync(l => l.SecretHash == hash, ct);
        return link is { Used: null, Withdrawn: false } && link.Expires > clock.GetUtcNow() ? link : null;
    }

    /// <summary>Uses up a link: the account is made if the link had none, and may now choose its way of signing in.</summary>
    public async Task<Result<Account>> AcceptAsync(string secret, string name, string email, CancellationToken ct)
    {
        if (await LinkAsync(secret, ct) is not { } link)
        {
            return NotFound.Row;
        }

        link.Used = clock.GetUtcNow();
        if (link.AccountId is { } id)
        {
            var invited = await db.Users.SingleAsync(a => a.Id == id, ct);
            invited.Activated ??= clock.GetUtcNow();
            // Who chooses anew is perhaps somebody new to the directory as well, and joins again by the verified address.
            db.RemoveRange(await db.UserLogins.Where(l => l.UserId == id).ToListAsync(ct));
            await db.SaveAsync(new Process("Accepted the invitation", Actor.OfPage(id)), ct);
            return invited;
        }

        var options = new AccountOptions(name, email, [Role.Administrator, Role.Performance], null);
        var account = new Account { Id = ThingId.New(clock), SecurityStamp = NewSecret(), Activated = clock.GetUtcNow() };
        if (await FillAsync(account, options, ct) is { Count: > 0 } errors)
        {
            db.ChangeTracker.Clear();
            return errors;
        }

        db.Process = new Process("Started as the first administrator", Actor.OfPage(account.Id));
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account : made.Errors.Select(e => new FieldError("Email", e.Description)).ToList();
    }

    /// <summary>Destroys the key under which the account stands in the audit and blanks the account itself.</summary>
    public async Task<Result<Account>> EraseAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account)
        {
            return NotFound.Row;
        }

        if (!account.Closed)
        {
            return new FieldError("", "Close the account before its personal details are erased");
        }

        await EraseAsync(account, id, process, ct);
        return account;
    }

    /// <summary>Erases again whoever was erased after the backup was made that this database came from.</summary>
    /// <returns>How many had come back.</returns>
    public async Task<int> EraseAgainAsync(CancellationToken ct)
    {
        var subjects = erased.All();
        var back = subjects.Count == 0 ? [] : await db.Set<SubjectKey>().Where(k => subjects.Contains(k.SubjectId)).Select(k => k.SubjectId).ToListAsync(ct);
        foreach (var id in back)
        {
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == id, ct);
            account?.Closed = true;
            await EraseAsync(account, id, new Process("Erased again after a backup was restored", Actor.Program), ct);
        }

        return back.Count;
    }

    private Task EraseAsync(Account? account, Guid id, Process process, CancellationToken ct) => erasing.EraseAsync(id, async () =>
    {
        if (account is null)
        {
            return;
        }

        account.DisplayName = "Erased account";
        account.Email = account.UserName = $"{id:N}@erased.invalid";
        account.NormalizedEmail = account.NormalizedUserName = account.Email.ToUpperInvariant();
        account.PasswordHash = null;
        account.TwoFactorEnabled = false;
        // The ways of signing in are somebody's too: a passkey's name, who they are in the council's directory.
        db.RemoveRange(await db.UserLogins.Where(l => l.UserId == id).ToListAsync(ct));
        db.RemoveRange(await db.UserPasskeys.Where(p => p.UserId == id).ToListAsync(ct));
        db.RemoveRange(await db.UserTokens.Where(t => t.UserId == id).ToListAsync(ct));
        await db.SaveAsync(process, ct);
    }, ct);

    private async Task<Conflict> MeetAsync(Account saved, AccountOptions yours, CancellationToken ct) => new(saved.Version,
    [
        new("Name", saved.DisplayName, yours.Name),
        new("E-mail address", saved.Email ?? "", yours.Email),
        new("Roles", Words(saved.Roles), Words(yours.Roles)),
        new("Officer", await db.OfficerNameAsync(saved.OfficerId, ct), await db.OfficerNameAsync(yours.OfficerId, ct)),
    ]);

    private static string Words(IEnumerable<string> roles) =>
        string.Join(", ", roles.Order(StringComparer.Ordinal).Select(r => Role.Labels.GetValueOrDefault(r, r)));

    private async Task<List<FieldError>> FillAsync(Account account, AccountOptions options, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        var name = options.Name.Trim();
        var email = options.Email.Trim();
        if (name.Length is 0 or > Account.LongestName)
        {
            errors.Add(new("Name", $"Enter a name of {Account.LongestName} characters or fewer"));
        }

        if (email.Length > 200 || !email.Contains('@', StringComparison.Ordinal) || email.Any(char.IsWhiteSpace))
        {
            errors.Add(new("Email", "Enter an e-mail address in the right format, like name@example.gov.uk"));
        }
        else if (await db.Users.AnyAsync(a => a.NormalizedEmail == accounts.NormalizeEmail(email) && a.Id != account.Id, ct))
        {
            errors.Add(new("Email", "There is already an account with this e-mail address"));
        }

        if (options.Roles.Count == 0 || options.Roles.Any(r => !Role.Labels.ContainsKey(r)))
        {
            errors.Add(new("Roles", "Choose at least one role"));
        }

        if (account.Roles.Contains(Role.Administrator) && !options.Roles.Contains(Role.Administrator) && !await OtherAdministratorAsync(account.Id, ct))
        {
            errors.Add(new("Roles", "This is the last administrator. Make somebody else an administrator first"));
        }

        if (options.OfficerId is { } officer && !await db.Set<Officer>().AnyAsync(o => o.Id == officer && !o.Withdrawn, ct))
        {
            errors.Add(new("OfficerId", "Choose an officer from the list"));
        }
        else if (options.OfficerId is { } taken && await db.Users.AnyAsync(a => a.OfficerId == taken && a.Id != account.Id, ct))
        {
            errors.Add(new("OfficerId", "Another account is already this officer"));
        }

        account.DisplayName = name;
        account.Email = account.UserName = email;
        account.NormalizedEmail = account.NormalizedUserName = accounts.NormalizeEmail(email);
        account.EmailConfirmed = true;
        account.OfficerId = options.OfficerId;
        account.Grant(options.Roles);
        return errors;
    }

    private async Task<bool> OtherAdministratorAsync(Guid id, CancellationToken ct) =>
        (await db.Users.Where(a => a.Id != id && !a.Closed).Select(a => a.RoleList).ToListAsync(ct))
            .Any(roles => roles.Split(' ').Contains(Role.Administrator));

    private async Task<string> MakeLinkAsync(Guid? accountId, Process process, CancellationToken ct)
    {
        var secret = NewSecret();
        db.Add(new OneTimeLink
        {
            Id = ThingId.New(clock),
            AccountId = accountId,
            SecretHash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)),
            Expires = clock.GetUtcNow() + LinkLife,
        });
        await db.SaveAsync(process, ct);
        return $"/start/{secret}";
    }

    private static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
}
