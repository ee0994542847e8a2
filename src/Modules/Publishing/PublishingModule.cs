using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Terminal;
using Trellis.Papers.Pdf;
using Trellis.Plans.Pages;
using Trellis.Publishing.Data;
using Trellis.Publishing.Packs;
using Trellis.Publishing.Published;
using Trellis.Publishing.Reports;

namespace Trellis.Publishing;

public sealed class PublishingModule : IModule
{
    public string Name => "Publishing";

    public IEnumerable<Permission> Permissions => PublishingPermission.All;

    public IEnumerable<NavigationItem> Navigation => [new("Published", PublishedAddress.List, PublishingPermission.Read, 50)];

    public void Map(ModelBuilder model) => PublishingMapping.Map(model);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new ChromiumPdf(configuration["Papers:Chromium"]));
        services.AddSingleton<PaperFiles>();
        services.AddSingleton(new PlanPart("Report", "report"));
        services.AddScoped<ReportService>();
        services.AddScoped<PublishingService>();
        services.AddScoped<PackService>();
        services.AddScoped<PackIndicators>();
        services.AddScoped<PublicFindings>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ReportDownload.Map(endpoints);
        PublishedDownload.Map(endpoints);
        PackDownload.Map(endpoints);
    }

    public IEnumerable<Command> Commands(CommandHost host) => PublishingCommands.All(host);
}
