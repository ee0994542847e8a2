using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Trellis.Kernel.Outbox;

/// <summary>Looks twice a minute for messages to send, where a mail server is set up.</summary>
public sealed class SendingService(IServiceScopeFactory scopes, MailSettings mail, TimeProvider clock, ILogger<SendingService> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mail.IsSetUp)
        {
            return;
        }

        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SendAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was taken and not sent is free again when its time is over.
        }
    }

    private async Task SendAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OutboxSender>().SendDueAsync(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // A service that throws would end the program, and what waits is tried again.
            log.LogWarning("Messages could not be sent this time: {Failure}", failure.GetType().Name);
        }
    }
}
