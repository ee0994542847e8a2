using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Things;

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
        services.AddScoped<IOwnedWork, OwnedIndicators>();
        services.AddScoped<IThingDirectory, IndicatorDirectory>();
    }

    public void Map(ModelBuilder model)
    {
        var indicator = model.Entity<Indicator>();
        indicator.ToTable("Indicators");
        indicator.Property(x => x.Address).HasMaxLength(60);
        indicator.HasIndex(x => x.Address).IsUnique();
        indicator.Property(x => x.SortKey).HasMaxLength(100);
        indicator.Property(i => i.Title).HasMaxLength(Indicator.LongestTitle);
        indicator.Property(i => i.Definition).HasMaxLength(Indicator.LongestDefinition);
        indicator.Property(i => i.SetOfPlan).HasMaxLength(Indicator.LongestTitle);
    }
}
