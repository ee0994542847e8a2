namespace Trellis.Kernel.Access;

/// <summary>A named permission and the roles that hold it. The name is the policy that pages and endpoints ask for.</summary>
public sealed record Permission(string Name, params string[] Roles);

/// <summary>What an account may be. An account may hold several.</summary>
public static class Role
{
    public const string Administrator = "administrator";
    public const string Performance = "performance";
    public const string LeadOfficer = "lead-officer";
    public const string Head = "head";
    public const string BoardMember = "board-member";
    public const string Clerk = "clerk";
    public const string Reader = "reader";

    /// <summary>Works in the safeguarding hub, for whichever agency.</summary>
    public const string Practitioner = "practitioner";
    public const string HubManager = "hub-manager";

    /// <summary>Every role with the words that people see.</summary>
    public static readonly IReadOnlyDictionary<string, string> Labels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Administrator] = "Administrator",
        [Performance] = "Performance team",
        [LeadOfficer] = "Lead officer",
        [Head] = "Head of department",
        [BoardMember] = "Board member",
        [Clerk] = "Clerk",
        [Reader] = "Reader",
        [Practitioner] = "Hub practitioner",
        [HubManager] = "Hub manager",
    };

    public static string[] Everyone => [.. Labels.Keys];
}

/// <summary>The kernel's own permissions.</summary>
public static class KernelPermission
{
    /// <summary>Accounts, settings, calendar, the audit.</summary>
    public const string Administer = "kernel.administer";

    /// <summary>Departments, officers, delegation and handing over.</summary>
    public const string Organise = "kernel.organise";

    /// <summary>Messages that wait to be sent, and passing them on.</summary>
    public const string PassOn = "kernel.outbox";

    /// <summary>Whoever is signed in and has at least one role.</summary>
    public const string SignedIn = "kernel.signed-in";

    public static readonly Permission[] All =
    [
        new(Administer, Role.Administrator),
        new(Organise, Role.Administrator, Role.Performance),
        new(PassOn, Role.Administrator, Role.Performance),
        new(SignedIn, Role.Everyone),
    ];
}
