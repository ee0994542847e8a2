using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Governance.Data;
using Trellis.Governance.ForwardPlan;
using Trellis.Governance.Meetings;
using Trellis.Governance.Members;
using Trellis.Governance.Public;
using Trellis.Governance.Scrutiny;
using Trellis.Governance.Terms;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;
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
        services.AddScoped<MemberService>();
        services.AddScoped<TermsService>();
        services.AddScoped<MeetingService>();
        services.AddScoped<AgendaService>();
        services.AddScoped<DecisionService>();
        services.AddScoped<ForwardPlanService>();
        services.AddScoped<ChallengeService>();
        services.AddScoped<ChallengeLog>();
        services.AddScoped<PublicBoards>();
        services.AddScoped<PublicSearch>();
        services.AddScoped<IReckonedAgain, MeetingNotice>();
        services.AddScoped<IThingDirectory, ForumDirectory>();
        services.AddSingleton<OpenCycles>();
        services.AddScoped<CycleService>();
        services.AddScoped<AskService>();
        services.AddScoped<INeedsMe, AskNeeds>();
        services.AddScoped<INeedsMe, GovernanceNeeds>();
        services.AddScoped<IOwnedWork, OwnedBoardWork>();
    }

    public void Map(ModelBuilder model) => GovernanceMapping.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ChallengeExport.Map(endpoints);
        PublicExport.Map(endpoints);
    }
}
