using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Outbox;
using Trellis.Postgres;
using Trellis.Sqlite;
using Trellis.Web.Samples;

namespace Trellis.Web.Hosting;

/// <summary>The services that pages and terminal share, over the database of this place.</summary>
public static class Core
{
    public static IServiceCollection AddTrellis(this IServiceCollection services, IConfiguration configuration)
    {
        var place = Place.Of(configuration);
        services.AddSingleton(place);
        services.AddSingleton<PlaceLock>();
        services.AddSingleton(MailSettings.Of(configuration));
        services.AddKernel(place.Keys, TrellisModules.All);
        services.AddPooledDbContextFactory<AppDbContext>(options => UseDatabase(options, place));
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext().Lent());
        foreach (var module in TrellisModules.All)
        {
            module.AddServices(services, configuration);
        }

        services.AddScoped<FirstStart>();
        services.AddScoped<SampleBoards>();
        services.AddScoped<SampleQuarter>();
        services.AddScoped<SampleFigures>();
        services.AddScoped<SampleLoader>();
        return services;
    }

    public static void UseDatabase(DbContextOptionsBuilder options, Place place)
    {
        if (place.Postgres is { } connection)
        {
            options.UseTrellisPostgres(connection);
        }
        else
        {
            options.UseTrellisSqlite(place.DatabaseFile);
        }
    }

    /// <summary>Dates and numbers are England's on every machine: otherwise 2 January becomes 1 February.</summary>
    public static void PinCulture()
    {
        CultureInfo.DefaultThreadCurrentCulture = England.Culture;
        CultureInfo.DefaultThreadCurrentUICulture = England.Culture;
        CultureInfo.CurrentCulture = England.Culture;
        CultureInfo.CurrentUICulture = England.Culture;
    }
}
