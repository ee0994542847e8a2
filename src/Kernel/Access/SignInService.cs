using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Trellis.Kernel.Access;

public enum SignInOutcome
{
    SignedIn,

    /// <summary>The password was right; the authenticator's code comes next.</summary>
    CodeNeeded,

    Refused,

    /// <summary>The organisation's directory does not say that the e-mail address is theirs.</summary>
    NotVerified,

    /// <summary>Too many wrong tries. Said of an address that has no account as well, so that it tells nothing.</summary>
    LockedOut,
}

/// <summary>Lets people in: by password and code, by passkey, or by their organisation's directory.</summary>
public sealed class SignInService(
    AppDbContext db, UserManager<Account> accounts, AccountSignIn door, IMemoryCache cache, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    /// <summary>Nobody's: an unknown address costs the same work as a wrong password.</summary>
    private static readonly Account Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, "nobody signs in with this");
    private static readonly Actor Stranger = new(null, "sign-in page");

    public async Task<SignInOutcome> PasswordAsync(string email, string password)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (account is null or { Closed: true } or { PasswordHash: null } or { TwoFactorEnabled: false })
        {
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            return Miss(email);
        }

        db.Process = new Process("Tried to sign in with a password", Stranger);
        var result = await door.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        return result switch
        {
            { RequiresTwoFactor: true } => SignInOutcome.CodeNeeded,
            { IsLockedOut: true } => SignInOutcome.LockedOut,
            { Succeeded: true } => throw new InvalidOperationException("A password never lets anybody in without a code."),
            _ => SignInOutcome.Refused,
        };
    }

    /// <summary>Whether a right password came before, a few minutes ago at most.</summary>
    public async Task<bool> AwaitsCodeAsync() => await door.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <param name="typed">Six numbers of the authenticator, or one of the recovery codes.</param>
    public async Task<SignInOutcome> CodeAsync(string typed)
    {
        if (await door.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return SignInOutcome.Refused;
        }

        db.Process = new Process("Signed in with a code", Actor.OfPage(account.Id));
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit));
        if (code.Length == 6 && code.All(char.IsAsciiDigit))
        {
            db.Process = db.Process with { Name = "Tried to sign in with a code" };
            return Outcome(await door.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false));
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            return SignInOutcome.LockedOut;
        }

        db.Process = db.Process with { Name = "Used up a recovery code" };
        var outcome = Outcome(await door.TwoFactorRecoveryCodeSignInAsync(RecoveryCode.Grouped(code)));
        if (outcome == SignInOutcome.Refused)
        {
            db.Process = db.Process with { Name = "Tried to sign in with a code" };
            await accounts.AccessFailedAsync(account);
            return await accounts.IsLockedOutAsync(account) ? SignInOutcome.LockedOut : outcome;
        }

        return outcome;
    }

    /// <param name="credential">What the browser's passkey answered, as JSON.</param>
    public async Task<SignInOutcome> PasskeyAsync(string credential)
    {
        if (credential.Length == 0)
        {
            return SignInOutcome.Refused;
        }

        PasskeyAssertionResult<Account> proof;
        try
        {
            proof = await door.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // The question that the passkey answers was asked too long ago.
            return SignInOutcome.Refused;
        }

        if (!proof.Succeeded || !await door.CanSignInAsync(proof.User))
        {
            return SignInOutcome.Refused;
        }

        // A passkey counts its uses, so that a copied one is noticed.
        db.Process = new Process("Signed in with a passkey", Actor.OfPage(proof.User.Id));
        if (!(await accounts.AddOrUpdatePasskeyAsync(proof.User, proof.Passkey)).Succeeded)
        {
            return SignInOutcome.Refused;
        }

        await door.SignInAsync(proof.User, isPersistent: false, "passkey");
        return SignInOutcome.SignedIn;
    }

    /// <summary>
    /// Lets in whom the organisation's directory has just vouched for: the account joined to that person of that directory,
    /// or one that is joined to nobody there and has the same verified e-mail address, which is then joined. Never makes an
    /// account.
    /// </summary>
    public async Task<SignInOutcome> OrganisationAsync()
    {
        if (await door.GetExternalLoginInfoAsync() is not { } login || login.Principal.FindFirstValue(OrganisationDirectory.Issuer) is not { } issuer)
        {
            return SignInOutcome.Refused;
        }

        // The directory's word counts once: it lets nobody in later whom it does not let in now.
        await door.Context.SignOutAsync(IdentityConstants.ExternalScheme);
        var person = PersonOf(issuer, login);
        var account = await accounts.FindByLoginAsync(person.LoginProvider, person.ProviderKey);
        if (account is null)
        {
            if (!string.Equals(login.Principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase))
            {
                return SignInOutcome.NotVerified;
            }

            account = await JoinAsync(login.Principal.FindFirstValue(ClaimTypes.Email), person);
        }

        if (account is null || !await door.CanSignInAsync(account))
        {
            return SignInOutcome.Refused;
        }

        await door.SignInAsync(account, isPersistent: false, login.LoginProvider);
        return SignInOutcome.SignedIn;
    }

    /// <summary>
    /// A subject is somebody only at the directory that issued it. Both go into one key, of the same length however long a
    /// directory makes its own: the column holds 128 letters.
    /// </summary>
    private static UserLoginInfo PersonOf(string issuer, ExternalLoginInfo login) => new(
        OrganisationDirectory.Scheme, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer} {login.ProviderKey}"))), issuer);

    private async Task<Account?> JoinAsync(string? email, UserLoginInfo person)
    {
        if (email is null || await accounts.FindByEmailAsync(email) is not { Closed: false } account)
        {
            return null;
        }

        // An address is given to somebody new when its owner leaves; the account stays its owner's.
        if ((await accounts.GetLoginsAsync(account)).Any(l => l.ProviderDisplayName == person.ProviderDisplayName))
        {
            return null;
        }

        db.Process = new Process("Joined the account to the organisation's directory", Actor.OfPage(account.Id));
        account.Activated ??= clock.GetUtcNow();
        return (await accounts.AddLoginAsync(account, person)).Succeeded ? account : null;
    }

    private static SignInOutcome Outcome(SignInResult result) =>
        result.Succeeded ? SignInOutcome.SignedIn : result.IsLockedOut ? SignInOutcome.LockedOut : SignInOutcome.Refused;

    /// <summary>Counts the tries of an address that has no account as Identity counts those of one that has.</summary>
    private SignInOutcome Miss(string email)
    {
        var lockout = identity.Value.Lockout;
        var key = "missed " + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(accounts.NormalizeEmail(email.Trim()) ?? "")));
        var count = cache.TryGetValue(key, out int before) ? before + 1 : 1;
        if (count <= lockout.MaxFailedAccessAttempts)
        {
            cache.Set(key, count, lockout.DefaultLockoutTimeSpan);
        }

        return count < lockout.MaxFailedAccessAttempts ? SignInOutcome.Refused : SignInOutcome.LockedOut;
    }
}

internal static class RecoveryCode
{
    /// <summary>A recovery code as it was given out: two groups of five, whatever was typed between them.</summary>
    public static string Grouped(string code) => code.Length == 10 ? $"{code[..5]}-{code[5..]}".ToUpperInvariant() : code;
}
