using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
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
        services.AddScoped<IThingDirectory, ForumDirectory>();
    }

    public void Map(ModelBuilder model)
    {
        var forum = model.Entity<Forum>();
        forum.ToTable("Forums");
        forum.Property(x => x.Address).HasMaxLength(60);
        forum.HasIndex(x => x.Address).IsUnique();
        forum.Property(x => x.SortKey).HasMaxLength(100);
        forum.Property(f => f.Name).HasMaxLength(Forum.LongestName);
        forum.Property(f => f.Abbreviation).HasMaxLength(Forum.LongestAbbreviation);
        forum.Property(f => f.Remit).HasMaxLength(Forum.LongestRemit);
        forum.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
    }
}
