using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Terminal;
using Trellis.Papers.Pdf;
using Trellis.Publishing.Data;
using Trellis.Publishing.Reports;

namespace Trellis.Publishing;

public sealed class PublishingModule : IModule
{
    public string Name => "Publishing";

    public IEnumerable<Permission> Permissions => PublishingPermission.All;

    public void Map(ModelBuilder model) => PublishingMapping.Map(model);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new ChromiumPdf(configuration["Papers:Chromium"]));
        services.AddSingleton<PaperFiles>();
        services.AddScoped<ReportService>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => ReportDownload.Map(endpoints);
}
