using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Governance.Data;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Things;

namespace Trellis.Governance;

public sealed class GovernanceModule : IModule
{
    public string Name => "Governance";

    public IEnumerable<Permission> Permissions => GovernancePermission.All;

    public IEnumerable<NavigationItem> Navigation => [new("Boards", "/boards", GovernancePermission.Read, 40)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ForumService>();
        services.AddScoped<BoardAccess>();
        services.AddScoped<IReckonedAgain, MeetingNotice>();
        services.AddScoped<IThingDirectory, ForumDirectory>();
    }

    public void Map(ModelBuilder model) => GovernanceMapping.Map(model);
}
