using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Terminal;
using Trellis.Kernel.Things;
using Trellis.Plans.Data;
using Trellis.Plans.Importing;
using Trellis.Plans.Measuring;
using Trellis.Plans.Pages;
using Trellis.Plans.Reporting;
using Trellis.Plans.RollingOver;
using Trellis.Plans.Updates;

namespace Trellis.Plans;

public sealed class PlansModule : IModule
{
    public string Name => "Plans";

    public IEnumerable<Permission> Permissions => PlanPermission.All;

    public IEnumerable<NavigationItem> Navigation =>
    [
        new("Plan", PlanAddress.List, PlanPermission.Read, 10, "/plan"),
        new("Updates", "/updates", PlanPermission.Update, 15, "/approvals", "/cycles", "/asks"),
    ];

    public void Map(ModelBuilder model) => PlanMapping.Map(model);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<PlanQueries>();
        services.AddScoped<PlanService>();
        services.AddScoped<ItemService>();
        services.AddScoped<PlanMeasures>();
        services.AddScoped<PolarityService>();
        services.AddScoped<TreeWriter>();
        services.AddScoped<MilestoneService>();
        services.AddScoped<ActionService>();
        services.AddScoped<ImportService>();
        services.AddSingleton<LastReadings>();
        services.AddScoped<PlanAccess>();
        services.AddSingleton<OwedQueries>();
        services.AddScoped<OwedLines>();
        services.AddScoped<OtherHeads>();
        services.AddScoped<UpdateService>();
        services.AddScoped<ApprovalService>();
        services.AddScoped<CycleRun>();
        services.AddScoped<RollOver>();
        services.AddHostedService<CycleClock>();
        services.AddScoped<IOwnedWork, OwnedActions>();
        services.AddScoped<IThingDirectory, PlanDirectory>();
        services.AddScoped<INeedsMe, PlanNeeds>();
        services.AddScoped<IActionFinder, ActionFinder>();
        services.AddSingleton(new HomeBrief(typeof(PlansInBrief)));
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PlanExport.Map(endpoints);
        EvidenceDownload.Map(endpoints);
        UpdateEndpoints.Map(endpoints);
    }

    public IEnumerable<Command> Commands(CommandHost host) => PlanCommands.All(host);
}
