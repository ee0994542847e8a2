using System.Globalization;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Trellis.Kernel.Outbox;

/// <summary>
/// How messages leave by e-mail, as the host is configured. None of it is a setting of the council: it holds a password.
/// </summary>
public sealed record MailSettings
{
    private const int PortWithTlsFromTheStart = 465;

    /// <summary>The mail server; null where messages are passed on by hand.</summary>
    public string? Host { get; private init; }

    public int Port { get; private init; }
    public string? User { get; private init; }
    public string? Password { get; private init; }
    public string From { get; private init; } = "";

    /// <summary>The connection begins in the clear and changes to TLS before anything is said.</summary>
    public bool StartTls { get; private init; }

    /// <summary>Where people open this site, without "/" at its end; null where nobody said so.</summary>
    public string? Site { get; private init; }

    public bool IsSetUp => Host is not null;

    public bool HasTlsFromTheStart => Port == PortWithTlsFromTheStart;

    /// <summary>Settings <c>Mail:Host</c>, <c>Port</c>, <c>User</c>, <c>Password</c>, <c>From</c>, <c>StartTls</c> and <c>Site:Address</c>.</summary>
    /// <exception cref="InvalidOperationException">One is missing or cannot be used; the message says which. It never repeats the value.</exception>
    public static MailSettings Of(IConfiguration configuration)
    {
        var site = Text("Site:Address")?.TrimEnd('/');
        if (site is not null && (!Uri.TryCreate(site, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length + address.Fragment.Length > 0))
        {
            throw Wrong("Site:Address must be the whole address at which people open this site, such as https://plan.example.gov.uk");
        }

        if (Text("Mail:Host") is not { } host)
        {
            return new MailSettings { Site = site };
        }

        var settings = new MailSettings
        {
            Host = host, Port = PortOf(Text("Mail:Port")), User = Text("Mail:User"), Password = Text("Mail:Password"), From = Text("Mail:From") ?? "",
            StartTls = FlagOf(Text("Mail:StartTls")), Site = site,
        };
        return settings.Problem() is { } problem ? throw Wrong(problem) : settings;

        string? Text(string key) => configuration[key]?.Trim() is { Length: > 0 } text ? text : null;
    }

    private static int PortOf(string? text) =>
        text is null ? 587
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port
        : throw Wrong("Mail:Port must be a number from 1 to 65535");

    private static bool FlagOf(string? text) =>
        text is null || (bool.TryParse(text, out var flag) ? flag : throw Wrong("Mail:StartTls must be true or false"));

    private string? Problem() => this switch
    {
        _ when Uri.CheckHostName(Host) == UriHostNameType.Unknown => "Mail:Host must be the name of a mail server",
        _ when !MailboxAddress.TryParse(From, out _) => "Mail:From must be the e-mail address that messages come from",
        { Site: null } => "Site:Address must say where people open this site: messages lead to its pages",
        { User: null, Password: not null } or { User: not null, Password: null } => "Mail:User and Mail:Password go together: give both or neither",
        { User: not null, StartTls: false, HasTlsFromTheStart: false } => "Mail:User needs TLS: leave Mail:StartTls out, or the password would travel in the clear",
        _ => null,
    };

    private static InvalidOperationException Wrong(string problem) => new($"The mail settings cannot be used: {problem}.");
}
