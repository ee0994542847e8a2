using Microsoft.AspNetCore.Identity;

namespace Trellis.Kernel.Access;

/// <summary>Somebody who can sign in. The e-mail address is the user name; what they may do follows from their roles.</summary>
public sealed class Account : IdentityUser<Guid>, IThing
{
    public const int LongestName = 100;

    public int Version { get; set; }

    public string DisplayName { get; internal set; } = "";

    /// <summary>The roles, separated by a space: few, read with the account on every request.</summary>
    public string RoleList { get; internal set; } = "";

    /// <summary>The officer in the organisation who this account is, when it is one.</summary>
    public Guid? OfficerId { get; internal set; }

    /// <summary>A closed account cannot sign in; what it did stays readable.</summary>
    public bool Closed { get; internal set; }

    /// <summary>When the account chose its way of signing in; an invited account has none yet.</summary>
    public DateTimeOffset? Activated { get; internal set; }

    public IReadOnlyList<string> Roles => RoleList.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal void Grant(IEnumerable<string> roles) =>
        RoleList = string.Join(' ', roles.Where(Role.Labels.ContainsKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}

/// <summary>
/// A link that can be used once: to start as the first administrator, to accept an invitation, or to sign in again after
/// everything was lost. Only a hash of its secret is kept.
/// </summary>
public sealed class OneTimeLink : Thing
{
    public Guid? AccountId { get; internal init; }
    public byte[] SecretHash { get; internal init; } = [];
    public DateTimeOffset Expires { get; internal init; }
    public DateTimeOffset? Used { get; internal set; }
}
