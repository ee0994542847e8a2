using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MimeKit;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Outbox;

/// <summary>
/// Sends what waits. Messages are taken first, by their versions: of two nodes only one gets each. A node that dies with some
/// in hand leaves them to the others when their time is over.
/// </summary>
internal sealed class OutboxSender(AppDbContext db, OutboxService outbox, MailSettings mail, TimeProvider clock, ILogger<OutboxSender> log)
{
    private const int AtOnce = 20;
    private const int MostMeetings = 5;
    private static readonly Process Taking = new("Took messages to send", Actor.Program);
    private static readonly Process Sending = new("Sent a message", Actor.Program);
    private static readonly Process Failing = new("Tried to send a message", Actor.Program);

    /// <summary>As long as a node may take over the messages that it took.</summary>
    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var sent = 0;
        while (await TakeAsync(ct) is { Count: > 0 } taken)
        {
            var (count, goesOn) = await SendAsync(taken, ct);
            sent += count;
            db.ChangeTracker.Clear();
            if (!goesOn)
            {
                break;
            }
        }

        return sent;
    }

    private async Task<List<OutboxMessage>> TakeAsync(CancellationToken ct)
    {
        for (var i = 0; i < MostMeetings; i++)
        {
            var due = await outbox.Due().Take(AtOnce).ToListAsync(ct);
            if (due.Count == 0)
            {
                return due;
            }

            due.ForEach(m => m.NotBefore = clock.GetUtcNow() + InHand);
            try
            {
                await db.SaveAsync(Taking, ct);
                return due;
            }
            catch (DbUpdateException)
            {
                // Another node took some of them: what is left is asked for anew.
                db.ChangeTracker.Clear();
            }
        }

        return [];
    }

    private async Task<(int Sent, bool GoesOn)> SendAsync(List<OutboxMessage> taken, CancellationToken ct)
    {
        var ids = taken.Select(m => m.AccountId).Distinct().ToList();
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        using var client = new SmtpClient();
        var sent = 0;
        DeliveryFault? ofServer = null;
        foreach (var message in taken)
        {
            // A server that does not talk to us about the one does not about the next: the others wait with it.
            var fault = ofServer ?? await SendAsync(client, message, accounts.GetValueOrDefault(message.AccountId), ct);
            ofServer = fault is DeliveryFault.NoAnswer or DeliveryFault.SignInRefused ? fault : null;
            sent += fault is null ? 1 : 0;

            // What the server took stands written even while the program stops.
            await NoteAsync(message, fault, CancellationToken.None);
        }

        if (client.IsConnected)
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }

        return (sent, ofServer is null);
    }

    private async Task<DeliveryFault?> SendAsync(SmtpClient client, OutboxMessage message, Account? account, CancellationToken ct)
    {
        if (account is null or { Closed: true })
        {
            return DeliveryFault.AccountClosed;
        }

        if (!MailboxAddress.TryParse(account.Email, out var address))
        {
            return DeliveryFault.NoAddress;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await OpenAsync(client, patience.Token);
            using var letter = Letter(message, address);
            await client.SendAsync(letter, patience.Token);
            return null;
        }
        catch (SmtpCommandException refusal)
        {
            Log(message, refusal, (int)refusal.StatusCode);
            return refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refusal.StatusCode >= 500 ? DeliveryFault.AddressRefused : DeliveryFault.ServerRefused;
        }
        catch (Exception failure) when (failure is AuthenticationException or SslHandshakeException or NotSupportedException)
        {
            Log(message, failure, 0);
            return DeliveryFault.SignInRefused;
        }
        catch (Exception failure) when (failure is ProtocolException or CommandException or SocketException or IOException
            || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Log(message, failure, 0);
            return DeliveryFault.NoAnswer;
        }
    }

    private async Task OpenAsync(SmtpClient client, CancellationToken ct)
    {
        if (!client.IsConnected)
        {
            var tls = mail.HasTlsFromTheStart ? SecureSocketOptions.SslOnConnect : mail.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
            await client.ConnectAsync(mail.Host!, mail.Port, tls, ct);
        }

        if (mail.User is { } user && !client.IsAuthenticated)
        {
            await client.AuthenticateAsync(user, mail.Password!, ct);
        }
    }

    private MimeMessage Letter(OutboxMessage message, MailboxAddress to)
    {
        var from = MailboxAddress.Parse(mail.From);
        var letter = new MimeMessage
        {
            // The same at every try: a server that got it before can tell.
            MessageId = $"{message.Id:N}@{from.Domain}",
            Date = message.WrittenAt,
            Subject = MessageText.OneLine(message.Subject),
            Body = new TextPart("plain") { Text = MessageText.WithLinks(message.Text, mail.Site!) },
        };
        letter.From.Add(from);
        letter.To.Add(to);
        letter.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return letter;
    }

    private async Task NoteAsync(OutboxMessage message, DeliveryFault? fault, CancellationToken ct)
    {
        // After a meeting the context knows none of them any more.
        if (db.Entry(message).State == EntityState.Detached)
        {
            db.Attach(message);
        }

        (message.Fault, message.NotBefore) = (fault, null);
        if (fault is null)
        {
            message.SentAt = clock.GetUtcNow();
        }
        else
        {
            // An address that is none stays none.
            message.Tries = fault is DeliveryFault.NoAnswer or DeliveryFault.ServerRefused or DeliveryFault.SignInRefused ? message.Tries + 1 : OutboxService.MostTries;
            message.NotBefore = message.Tries < OutboxService.MostTries ? clock.GetUtcNow() + Pauses[message.Tries - 1] : null;
        }

        try
        {
            await db.SaveAsync(fault is null ? Sending : Failing, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody passed it on in the meantime: that stands.
        }
    }

    /// <summary>The kind of failure and the server's number for it; its words may name the person.</summary>
    private void Log(OutboxMessage message, Exception failure, int code) =>
        log.LogWarning("The message {Message} could not be sent: {Failure} {Code}", message.Id, failure.GetType().Name, code);
}
