using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Risks;

public sealed class RisksModule : IModule
{
    public string Name => "Risks";

    public void Map(ModelBuilder model)
    {
        var risk = model.Entity<Risk>();
        risk.ToTable("Risks");
        risk.Property(x => x.Address).HasMaxLength(60);
        risk.HasIndex(x => x.Address).IsUnique();
        risk.Property(x => x.SortKey).HasMaxLength(100);
        risk.Property(r => r.Title).HasMaxLength(Risk.LongestTitle);
        risk.Property(r => r.Controls).HasMaxLength(Risk.LongestText);
        risk.Property(r => r.Level).HasMaxLength(Risk.LongestLevel);
        risk.Property(r => r.Scope).HasConversion<string>().HasMaxLength(20);
    }
}
