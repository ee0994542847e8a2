using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Things;

namespace Trellis.Risks;

public sealed class RisksModule : IModule
{
    public string Name => "Risks";

    public IEnumerable<Permission> Permissions => RisksPermission.All;

    public IEnumerable<NavigationItem> Navigation => [new("Risks", "/risks", RisksPermission.Read, 30)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<RiskService>();
        services.AddScoped<MatrixService>();
        services.AddScoped<ControlService>();
        services.AddScoped<RiskActionService>();
        services.AddScoped<ReviewService>();
        services.AddScoped<RiskRegister>();
        services.AddScoped<RiskAccess>();
        services.AddScoped<INeedsMe, RiskNeeds>();
        services.AddScoped<IOwnedWork, OwnedRisks>();
        services.AddScoped<IThingDirectory, RiskDirectory>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => RiskExport.Map(endpoints);

    public void Map(ModelBuilder model) => RiskMapping.Map(model);
}
