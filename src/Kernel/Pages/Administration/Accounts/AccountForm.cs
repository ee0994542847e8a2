using Trellis.Kernel.Access;

namespace Trellis.Kernel.Pages.Administration.Accounts;

public sealed class AccountForm
{
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";

    /// <summary>Null when no box is ticked: a browser then sends nothing.</summary>
    public List<string>? Roles { get; set; }

    public string OfficerId { get; set; } = "";
    public int Version { get; set; }

    public static AccountForm Of(Account account) => new()
    {
        Name = account.DisplayName,
        Email = account.Email ?? "",
        Roles = [.. account.Roles],
        OfficerId = account.OfficerId?.ToString() ?? "",
        Version = account.Version,
    };

    internal AccountOptions ToOptions() => new(Name, Email, Roles ?? [], Choices.Chosen(OfficerId));
}
