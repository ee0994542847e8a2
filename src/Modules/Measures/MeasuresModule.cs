using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Terminal;
using Trellis.Kernel.Things;
using Trellis.Measures.Data;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;

namespace Trellis.Measures;

public sealed class MeasuresModule : IModule
{
    public string Name => "Measures";

    public IEnumerable<Permission> Permissions => MeasuresPermission.All;

    public IEnumerable<NavigationItem> Navigation => [new("Measures", "/measures", MeasuresPermission.Read, 20)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IndicatorService>();
        services.AddScoped<IndicatorReviews>();
        services.AddScoped<FigureReader>();
        services.AddScoped<FigureWriting>();
        services.AddScoped<FigureImportService>();
        services.AddScoped<IOwnedWork, OwnedIndicators>();
        services.AddScoped<IThingDirectory, IndicatorDirectory>();
    }

    public void Map(ModelBuilder model) => MeasuresMapping.Map(model);

    public IEnumerable<Command> Commands(CommandHost host) => [new Command("import", "Bring things into Trellis from documents") { FigureCommands.Make(host) }];
}
