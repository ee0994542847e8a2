namespace Trellis.Kernel;

/// <summary>Who acts: an account, or the program itself when no person is behind it.</summary>
/// <param name="AccountId">The account, or null for the program.</param>
/// <param name="Via">Where the act came from: a page, the terminal or the program.</param>
public sealed record Actor(Guid? AccountId, string Via)
{
    public static readonly Actor Program = new(null, "program");
    public static readonly Actor Terminal = new(null, "terminal");

    public static Actor OfPage(Guid accountId) => new(accountId, "page");
}

/// <summary>Every write belongs to one process, which leaves one audit entry: who, what for and why.</summary>
/// <param name="Name">What is done, in words a reader of the history understands: "Moved a milestone's date".</param>
/// <param name="Why">The reason given by the person, where one was asked for.</param>
public sealed record Process(string Name, Actor Who, string? Why = null);
