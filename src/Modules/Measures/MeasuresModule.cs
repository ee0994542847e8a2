using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Measures;

public sealed class MeasuresModule : IModule
{
    public string Name => "Measures";

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
