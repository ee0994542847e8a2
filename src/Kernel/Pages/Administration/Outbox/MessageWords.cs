using Trellis.Kernel.Calendar;
using Trellis.Kernel.Outbox;

namespace Trellis.Kernel.Pages.Administration.Outbox;

/// <summary>How a message stands, in words.</summary>
internal static class MessageWords
{
    public static string Moment(DateTimeOffset at) => WorkingCalendar.InLondon(at).ToString("d MMMM yyyy, HH:mm", England.Culture);

    public static string State(OutboxMessage message, OutboxShow standing) => standing switch
    {
        OutboxShow.Sent when message.PassedOn => $"Passed on {Moment(message.SentAt!.Value)}",
        OutboxShow.Sent => $"Sent {Moment(message.SentAt!.Value)}",
        OutboxShow.NotDeliverable => $"Not deliverable: {(message.Fault is { } fault ? Of(fault) : "it waited too long")}",
        _ when message.Tries > 0 => $"Waiting, tried {(message.Tries == 1 ? "once" : $"{message.Tries} times")}: {Of(message.Fault ?? DeliveryFault.NoAnswer)}",
        _ => "Waiting",
    };

    public static string Of(DeliveryFault fault) => fault switch
    {
        DeliveryFault.NoAnswer => "the mail server did not answer",
        DeliveryFault.ServerRefused => "the mail server refused it",
        DeliveryFault.SignInRefused => "the mail server cannot be trusted or does not let us in",
        DeliveryFault.AddressRefused => "the mail server does not know the address",
        DeliveryFault.NoAddress => "the account has no e-mail address that can be used",
        _ => "the account is closed",
    };

    public static string Remedy(OutboxMessage message) => message.Fault switch
    {
        DeliveryFault.AccountClosed => "Nobody signs in to this account any more. Tell whoever took the work over, then mark the message as passed on.",
        DeliveryFault.AddressRefused or DeliveryFault.NoAddress => "Put the e-mail address of the account right under Administration > Accounts. Tell the person yourself, then mark the message as passed on.",
        null => "It is too old to be sent as news. Tell the person if it still matters, then mark the message as passed on.",
        _ => "Ask who runs this service to look at the mail server. Tell the person yourself, then mark the message as passed on.",
    };
}
