using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Things;
using Trellis.StatutoryReturns.Checking;
using Trellis.StatutoryReturns.Data;
using Trellis.StatutoryReturns.Explanations;
using Trellis.StatutoryReturns.Figures;
using Trellis.StatutoryReturns.Uploads;

namespace Trellis.StatutoryReturns;

public sealed class StatutoryReturnsModule : IModule
{
    public string Name => "StatutoryReturns";

    public IEnumerable<Permission> Permissions => StatutoryReturnsPermission.All;

    public IEnumerable<NavigationItem> Navigation => [new("Returns", "/returns", StatutoryReturnsPermission.Read, 45)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OpenReturns>();
        services.AddScoped<UploadService>();
        services.AddScoped<ExplanationService>();
        services.AddScoped<AssignmentService>();
        services.AddScoped<ReturnFigures>();
        services.AddScoped<BoardFigures>();
        services.AddScoped<INeedsMe, AssignedToMe>();
        services.AddHostedService<RetentionClock>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => ReturnDownloads.Map(endpoints);

    public void Map(ModelBuilder model) => StatutoryReturnsMapping.Map(model);
}
