namespace Trellis.Kernel.Outbox;

/// <summary>
/// A message to a person: sent by e-mail where a server is set up, and otherwise kept for somebody to pass on. Whoever
/// writes one stages it in the context, so that it goes out only with what it tells of.
/// </summary>
public sealed class OutboxMessage : Thing
{
    public const int LongestSubject = 200;
    public const int LongestText = 8000;
    public const int LongestAddress = 256;

    /// <summary>The account it is for; its e-mail address is read when it is sent.</summary>
    public Guid AccountId { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>Plain text. Links in it begin with "/"; the address of this council's site is put before them when it is sent.</summary>
    public string Text { get; init; } = "";

    public DateTimeOffset WrittenAt { get; init; }
    public DateTimeOffset? SentAt { get; internal set; }

    /// <summary>How often sending was tried without success.</summary>
    public int Tries { get; internal set; }

    /// <summary>Before this moment nobody tries: a pause after a failure, or another node is at it.</summary>
    public DateTimeOffset? NotBefore { get; internal set; }

    /// <summary>Why the last try failed; null where none did.</summary>
    public DeliveryFault? Fault { get; internal set; }

    /// <summary>Somebody passed it on by other means; <see cref="SentAt"/> says when.</summary>
    public bool PassedOn { get; internal set; }
}

/// <summary>Why a message did not get through, without a word of what the server answered: that may name a person.</summary>
public enum DeliveryFault
{
    NoAnswer,
    ServerRefused,

    /// <summary>The server's certificate or its answer to our user is such that nothing is sent through it.</summary>
    SignInRefused,
    AddressRefused,
    NoAddress,
    AccountClosed,
}
