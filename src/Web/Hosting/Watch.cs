using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Trellis.Web.Hosting;

/// <summary>
/// What an operator sees: logs as one JSON object a line, traces and metrics where a collector is named. Never a name, an
/// address of mail, or what somebody typed: log lines carry routes and ids only.
/// </summary>
internal static class Watch
{
    public static void AddWatch(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(log =>
        {
            log.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                // It warns at each first start that the ring is not wrapped: it lies in a folder of its own, readable by its owner only.
                .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
                .Enrich.FromLogContext();
            if (builder.Configuration["Trellis:Logs"] is { Length: > 0 } file)
            {
                log.WriteTo.File(new CompactJsonFormatter(), file, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 30);
            }
            else
            {
                log.WriteTo.Console(new CompactJsonFormatter(), LogEventLevel.Warning, standardErrorFromLevel: LogEventLevel.Verbose);
            }
        });
        builder.Services.AddHealthChecks().AddDbContextCheck<Kernel.AppDbContext>("database");
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            builder.Services.AddOpenTelemetry()
                .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddOtlpExporter());
        }
    }
}
