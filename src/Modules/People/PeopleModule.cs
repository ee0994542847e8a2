using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.People.Data;
using Trellis.People.Extracts;
using Trellis.People.Index;
using Trellis.People.Linking;
using Trellis.People.Nhs;
using Trellis.People.Records;
using Trellis.People.Searching;
using Trellis.People.Sight;

namespace Trellis.People;

public sealed class PeopleModule : IModule
{
    public string Name => "People";

    public IEnumerable<Permission> Permissions => PeoplePermission.All;

    public IEnumerable<NavigationItem> Navigation => [new("People", "/people", PeoplePermission.Find, 42)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ContentKeys>();
        services.AddSingleton<PeopleIndex>();
        services.AddSingleton<IndexLoading>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexLoading>());
        services.AddHealthChecks().AddCheck<IndexLoading>("index of people");
        foreach (var definition in PeopleSettings.All)
        {
            services.AddSingleton(definition);
        }

        services.AddSingleton(new PdsSettings(configuration["Trellis:Nhs:Address"] is { Length: > 0 } address ? new Uri(address) : null, configuration["Trellis:Nhs:Token"]));
        services.AddSingleton(_ => PdsPace.Usual());
        services.AddHttpClient<Demographics>().RemoveAllLoggers();
        services.AddScoped<SightService>();
        services.AddScoped<PeopleSearch>();
        services.AddScoped<RecordService>();
        services.AddScoped<FamilyService>();
        services.AddScoped<ExtractService>();
        services.AddScoped<MatchService>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => SuggestEndpoint.Map(endpoints);

    public void Map(ModelBuilder model) => PeopleMapping.Map(model);
}
