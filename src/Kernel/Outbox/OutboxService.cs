using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Outbox;

/// <summary>Which messages a list shows.</summary>
public enum OutboxShow
{
    Waiting,
    Sent,
    NotDeliverable,
}

/// <summary>A message and the name of whom it is for.</summary>
public sealed record AddressedMessage(OutboxMessage Message, string Who, bool AccountClosed);

/// <summary>The messages that wait to be sent or passed on.</summary>
public sealed class OutboxService(AppDbContext db, MailSettings mail, TimeProvider clock)
{
    /// <summary>After so many tries a message stays where it is, and the list says what to do.</summary>
    public const int MostTries = 8;

    /// <summary>What is older than this is no longer news: a server set up late does not send the messages of months.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    /// <summary>Puts a message into the context, to be saved with what it tells of.</summary>
    /// <param name="text">Plain text; links in it begin with "/".</param>
    public OutboxMessage Stage(Guid accountId, string subject, string text)
    {
        var message = New(clock, accountId, subject, text);
        db.Add(message);
        return message;
    }

    /// <summary>A message not yet in any context, for who stages them by the hundred.</summary>
    public static OutboxMessage New(TimeProvider clock, Guid accountId, string subject, string text) => new()
    {
        Id = ThingId.New(clock), AccountId = accountId, Subject = Cut(MessageText.OneLine(subject), OutboxMessage.LongestSubject),
        Text = Cut(text, OutboxMessage.LongestText), WrittenAt = clock.GetUtcNow(),
    };

    /// <summary>A page of messages: the oldest first while they wait, the newest first afterwards.</summary>
    public Task<Paged<AddressedMessage>> ListAsync(OutboxShow show, int? page, CancellationToken ct)
    {
        var chosen = Of(show);
        var ordered = show == OutboxShow.Waiting ? chosen.OrderBy(m => m.WrittenAt).ThenBy(m => m.Id) : chosen.OrderByDescending(m => m.WrittenAt).ThenBy(m => m.Id);
        return Addressed(ordered).ToPageAsync(page, ct);
    }

    public Task<AddressedMessage?> FindAsync(Guid id, CancellationToken ct) =>
        Addressed(db.Set<OutboxMessage>().Where(m => m.Id == id && !m.Withdrawn)).SingleOrDefaultAsync(ct);

    /// <summary>Where a message stands now.</summary>
    public OutboxShow StandingOf(OutboxMessage message) =>
        message.SentAt is not null ? OutboxShow.Sent
        : message.Tries >= MostTries || (mail.IsSetUp && message.WrittenAt <= Oldest) ? OutboxShow.NotDeliverable
        : OutboxShow.Waiting;

    /// <summary>Notes that somebody told the person by other means. It is not sent any more.</summary>
    public async Task<Result<OutboxMessage>> PassOnAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<OutboxMessage>().SingleOrDefaultAsync(m => m.Id == id && !m.Withdrawn, ct) is not { } message)
        {
            return NotFound.Row;
        }

        if (message.SentAt is not null)
        {
            return new FieldError("", "This message was sent or passed on already");
        }

        (message.SentAt, message.PassedOn) = (clock.GetUtcNow(), true);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new FieldError("", "This message is being sent at this moment: look again in a minute");
        }

        return message;
    }

    /// <summary>What may be sent now.</summary>
    internal IQueryable<OutboxMessage> Due()
    {
        var now = clock.GetUtcNow();
        return Of(OutboxShow.Waiting).Where(m => m.NotBefore == null || m.NotBefore <= now).OrderBy(m => m.WrittenAt).ThenBy(m => m.Id);
    }

    private DateTimeOffset Oldest => clock.GetUtcNow() - Fresh;

    private IQueryable<OutboxMessage> Of(OutboxShow show)
    {
        var all = db.Set<OutboxMessage>().Where(m => !m.Withdrawn);

        // Only a server tires: who passes messages on by hand still sees the old ones.
        var since = mail.IsSetUp ? Oldest : DateTimeOffset.UnixEpoch;
        return show switch
        {
            OutboxShow.Waiting => all.Where(m => m.SentAt == null && m.Tries < MostTries && m.WrittenAt > since),
            OutboxShow.Sent => all.Where(m => m.SentAt != null),
            _ => all.Where(m => m.SentAt == null && (m.Tries >= MostTries || m.WrittenAt <= since)),
        };
    }

    private IQueryable<AddressedMessage> Addressed(IQueryable<OutboxMessage> messages) =>
        from message in messages.AsNoTracking()
        join account in db.Set<Account>() on message.AccountId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        select new AddressedMessage(message, account == null ? "Somebody without an account" : account.DisplayName, account == null || account.Closed);

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
