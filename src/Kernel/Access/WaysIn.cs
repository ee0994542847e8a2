using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Trellis.Kernel.Access;

/// <summary>The ways by which an account can sign in, as its owner sees them.</summary>
/// <param name="RecoveryCodes">How many are left.</param>
public sealed record Ways(IReadOnlyList<PasskeyWay> Passkeys, bool HasPassword, int RecoveryCodes, bool HasOrganisation)
{
    public int Count => Passkeys.Count + (HasPassword ? 1 : 0) + (HasOrganisation ? 1 : 0);
}

/// <param name="Id">The credential's id as text for forms and addresses.</param>
public sealed record PasskeyWay(string Id, string Name, DateTimeOffset Made);

/// <summary>How one account signs in: its passkeys, its password with the authenticator, its recovery codes.</summary>
public sealed class WaysIn(AppDbContext db, UserManager<Account> accounts, IUserStore<Account> store, AccountSignIn door)
{
    public const int LongestPasskeyName = 60;
    private const int RecoveryCodes = 10;

    public async Task<Ways> OfAsync(Guid id)
    {
        var account = await FindAsync(id);
        var passkeys = await accounts.GetPasskeysAsync(account);
        return new Ways(
            [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => new PasskeyWay(WebEncoders.Base64UrlEncode(p.CredentialId), p.Name ?? "Passkey", p.CreatedAt))],
            account.PasswordHash is not null,
            await accounts.CountRecoveryCodesAsync(account),
            (await accounts.GetLoginsAsync(account)).Count > 0);
    }

    /// <param name="credential">What the browser's new passkey answered, as JSON; empty when it was not made.</param>
    public async Task<Result<string>> AddPasskeyAsync(Guid id, string name, string credential)
    {
        if (CheckName(name) is { } wrong)
        {
            return wrong;
        }

        PasskeyAttestationResult? proof = null;
        try
        {
            proof = credential.Length == 0 ? null : await door.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // The question that the passkey answers was asked too long ago.
        }

        if (proof is not { Succeeded: true } || proof.UserEntity.Id != id.ToString())
        {
            return new FieldError("Name", "The passkey was not made. Try again, or use a password and an authenticator app");
        }

        var account = await FindAsync(id);
        proof.Passkey.Name = name.Trim();
        db.Process = new Process("Added a passkey", Actor.OfPage(id));
        var added = await accounts.AddOrUpdatePasskeyAsync(account, proof.Passkey);
        return added.Succeeded ? proof.Passkey.Name : Errors(added, "Name");
    }

    public async Task<Result<string>> RenamePasskeyAsync(Guid id, string passkeyId, string name)
    {
        var account = await FindAsync(id);
        if (await FindPasskeyAsync(account, passkeyId) is not { } passkey)
        {
            return NotFound.Row;
        }

        if (CheckName(name) is { } wrong)
        {
            return wrong;
        }

        passkey.Name = name.Trim();
        db.Process = new Process("Named a passkey", Actor.OfPage(id));
        var renamed = await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return renamed.Succeeded ? passkey.Name : Errors(renamed, "Name");
    }

    public async Task<Result<string>> RemovePasskeyAsync(Guid id, string passkeyId)
    {
        var account = await FindAsync(id);
        if (await FindPasskeyAsync(account, passkeyId) is not { } passkey)
        {
            return NotFound.Row;
        }

        if ((await OfAsync(id)).Count == 1)
        {
            return new FieldError("", "This is your only way to sign in. Add another before you remove it");
        }

        db.Process = new Process("Removed a passkey", Actor.OfPage(id));
        var removed = await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        return removed.Succeeded ? passkey.Name ?? "" : Errors(removed, "");
    }

    public async Task<PasskeyWay?> PasskeyAsync(Guid id, string passkeyId) =>
        (await OfAsync(id)).Passkeys.FirstOrDefault(p => p.Id == passkeyId);

    public string NewAuthenticatorKey() => accounts.GenerateNewAuthenticatorKey();

    /// <summary>
    /// Sets password and authenticator together, in one save: neither alone lets anybody in.
    /// </summary>
    /// <param name="current">The password so far, where there is one.</param>
    /// <param name="key">The new authenticator's key.</param>
    /// <param name="code">What the authenticator shows: the proof that it has the key.</param>
    /// <returns>The recovery codes, which are shown this once.</returns>
    public async Task<Result<IReadOnlyList<string>>> SetPasswordAsync(Guid id, string current, string password, string key, string code, CancellationToken ct)
    {
        var account = await FindAsync(id);
        var errors = new List<FieldError>();
        if (account.PasswordHash is not null && !await accounts.CheckPasswordAsync(account, current))
        {
            errors.Add(new("Current", "Enter your password so far"));
        }

        foreach (var validator in accounts.PasswordValidators)
        {
            errors.AddRange((await validator.ValidateAsync(accounts, account, password)).Errors.Select(e => new FieldError("Password", Words(e))).Take(1));
        }

        await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, key, ct);
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (!await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, digits))
        {
            errors.Add(new("Code", "Enter the 6 numbers that your authenticator app shows now"));
        }

        if (errors.Count > 0)
        {
            db.ChangeTracker.Clear();
            return errors;
        }

        account.TwoFactorEnabled = true;
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        db.Process = new Process("Set a password and an authenticator", Actor.OfPage(id));
        await accounts.UpdateSecurityStampAsync(account);
        await door.RefreshSignInAsync(account);
        return await NewRecoveryCodesAsync(id);
    }

    /// <summary>Makes new recovery codes; those before stop working.</summary>
    public async Task<Result<IReadOnlyList<string>>> NewRecoveryCodesAsync(Guid id)
    {
        var account = await FindAsync(id);
        if (!account.TwoFactorEnabled)
        {
            return new FieldError("", "Recovery codes stand in for an authenticator app. Set one up first");
        }

        db.Process = new Process("Made new recovery codes", Actor.OfPage(id));
        return (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!.ToList();
    }

    /// <summary>Ends every session of the account, this one too.</summary>
    public async Task SignOutEverywhereAsync(Guid id)
    {
        db.Process = new Process("Signed out everywhere", Actor.OfPage(id));
        await accounts.UpdateSecurityStampAsync(await FindAsync(id));
        await door.SignOutAsync();
    }

    private Task<Account> FindAsync(Guid id) => db.Users.SingleAsync(a => a.Id == id);

    private async Task<UserPasskeyInfo?> FindPasskeyAsync(Account account, string passkeyId)
    {
        try
        {
            return await accounts.GetPasskeyAsync(account, WebEncoders.Base64UrlDecode(passkeyId));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static FieldError? CheckName(string name) =>
        name.Trim().Length is > 0 and <= LongestPasskeyName
            ? null
            : new FieldError("Name", $"Enter a name for the passkey in {LongestPasskeyName} characters or fewer, for example Work laptop");

    private static List<FieldError> Errors(IdentityResult result, string field) => [.. result.Errors.Select(e => new FieldError(field, Words(e)))];

    private static string Words(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => "The password must be 12 characters or longer. Three words are easy to keep in mind",
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => "The password must use at least 5 different characters",
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => "Somebody changed this account at the same moment. Try again",
        _ => error.Description.TrimEnd('.'),
    };
}
