using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Terminal;
using Trellis.Kernel.Things;
using Trellis.Measures.Catalogue;
using Trellis.Measures.Changes;
using Trellis.Measures.Data;
using Trellis.Measures.Entry;
using Trellis.Measures.Extracts;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Importing.Mappings;
using Trellis.Measures.Neighbours;
using Trellis.Measures.Public;
using Trellis.Measures.Quality;
using Trellis.Measures.Scorecards;
using Trellis.Measures.Statuses;
using Trellis.Measures.Targets;
using Trellis.Papers.Png;

namespace Trellis.Measures;

public sealed class MeasuresModule : IModule
{
    public string Name => "Measures";

    public IEnumerable<Permission> Permissions => MeasuresPermission.All;

    public IEnumerable<NavigationItem> Navigation => [new("Measures", "/measures", MeasuresPermission.Read, 20)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new ChromiumPng(configuration["Papers:Chromium"]));
        services.AddScoped<IndicatorService>();
        services.AddScoped<IndicatorReviews>();
        services.AddScoped<FigureReader>();
        services.AddScoped<FigureWriting>();
        services.AddScoped<FigureImportService>();
        services.AddScoped<NeighbourImport>();
        services.AddScoped<NeighbourReader>();
        services.AddScoped<TargetReader>();
        services.AddScoped<TargetService>();
        services.AddScoped<StatusReckoning>();
        services.AddScoped<UploadService>();
        services.AddScoped<MappingService>();
        services.AddScoped<CatalogueService>();
        services.AddScoped<BatchService>();
        services.AddScoped<ChangeReader>();
        services.AddScoped<MeasuresAccess>();
        services.AddScoped<EntryLines>();
        services.AddScoped<EntryService>();
        services.AddScoped<SignOffService>();
        services.AddScoped<CommentaryReader>();
        services.AddScoped<RebasedRates>();
        services.AddScoped<ChangeService>();
        services.AddScoped<QualityReader>();
        services.AddScoped<ExtractService>();
        services.AddScoped<Scorecard>();
        services.AddScoped<IndicatorViews>();
        services.AddScoped<PublicReckoning>();
        services.AddScoped<PublicIndicators>();
        services.AddScoped<PublicDecision>();
        OpenApi.Add(services);
        foreach (var definition in MeasuresSettings.All)
        {
            services.AddSingleton(definition);
        }

        services.AddScoped<IOwnedWork, OwnedIndicators>();
        services.AddScoped<INeedsMe, MeasuresNeeds>();
        services.AddScoped<IThingDirectory, IndicatorDirectory>();
    }

    public void Map(ModelBuilder model) => MeasuresMapping.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        FigureDownloads.Map(endpoints);
        PublicDownloads.Map(endpoints);
        OpenApi.Map(endpoints);
    }

    public IEnumerable<Command> Commands(CommandHost host)
    {
        var import = host.Group("import", "Bring things into Trellis from documents");
        import.Subcommands.Add(FigureCommands.Make(host));
        import.Subcommands.Add(NeighbourCommands.Make(host));
        return [import, CatalogueCommands.Make(host), new Command("extract", "Cut something out to pass it on") { ExtractCommands.Make(host), OutlineCommand.Make(host) }];
    }
}
