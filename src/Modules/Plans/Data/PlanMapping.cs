using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Trellis.Kernel;
using Trellis.Plans.Importing;
using Trellis.Plans.Measuring;
using Trellis.Plans.Updates;

namespace Trellis.Plans.Data;

internal static class PlanMapping
{
    private const int LongestDue = 10;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Plan>(plan =>
        {
            plan.ToTable("Plans");
            plan.Property(p => p.Address).HasMaxLength(60);
            plan.HasIndex(p => p.Address).IsUnique();
            plan.Property(p => p.Title).HasMaxLength(Plan.LongestTitle);
            plan.Property(p => p.Year).HasMaxLength(20);
            plan.Property(p => p.SortKey).HasMaxLength(100);
        });
        model.Entity<PlanItem>(item =>
        {
            item.ToTable("PlanItems");
            item.HasDiscriminator<string>("Kind")
                .HasValue<Priority>("priority").HasValue<Objective>("objective").HasValue<KeyAction>("action")
                .HasValue<Milestone>("milestone").HasValue<Challenge>("challenge").HasValue<Section>("section");
            item.Property("Kind").HasMaxLength(20);
            item.Property(i => i.Title).HasMaxLength(PlanItem.LongestTitle);
            item.Property(i => i.Reference).HasMaxLength(20);
            item.HasIndex(i => new { i.PlanId, i.Reference }).IsUnique();
            item.HasIndex(i => i.ParentId);
        });
        model.Entity<KeyAction>(action =>
        {
            action.Property(a => a.Progress).HasConversion<string>().HasMaxLength(20);
            action.Property(a => a.ProgressWhy).HasMaxLength(KeyAction.LongestWhy);
            action.Property(a => a.Commentary).HasMaxLength(KeyAction.LongestCommentary);
            action.HasIndex(a => a.AccountableOfficerId);
        });
        model.Entity<Milestone>(milestone =>
        {
            milestone.Property(m => m.OriginalDue).HasConversion<DueConverter>().HasMaxLength(LongestDue);
            milestone.Property(m => m.CurrentDue).HasConversion<DueConverter>().HasMaxLength(LongestDue);
            milestone.Property(m => m.Forecast).HasConversion<DueConverter>().HasMaxLength(LongestDue);
            milestone.Property(m => m.Lifecycle).HasConversion<string>().HasMaxLength(20);
            milestone.Property(m => m.DueBy).IsDerived();
            // The list in the order of its dates; and all that is counted, so that no row is looked at for a number.
            milestone.HasIndex(
                "PlanId", "Kind", nameof(Milestone.DueBy), nameof(Milestone.Id), nameof(Milestone.Withdrawn), nameof(Milestone.Lifecycle),
                nameof(Milestone.CurrentDue), nameof(Milestone.OriginalDue), nameof(Milestone.ConfirmedOn)).HasDatabaseName("IX_PlanItems_Due");
        });
        model.Entity<PlanPolarity>(polarity =>
        {
            polarity.ToTable("PlanPolarities");
            polarity.HasIndex(p => new { p.PlanId, p.IndicatorId }).IsUnique();
            polarity.Property(p => p.Polarity).HasConversion<string>().HasMaxLength(20);
            polarity.Property(p => p.Why).HasMaxLength(PlanPolarity.LongestWhy);
        });
        MapUpdates(model);
        MapImports(model);
    }

    private static void MapUpdates(ModelBuilder model)
    {
        model.Entity<Section>().HasIndex(s => s.OwnerOfficerId);
        model.Entity<Update>(update =>
        {
            update.ToTable("PlanUpdates");
            update.HasIndex(u => new { u.CycleId, u.ItemId }).IsUnique();
            update.HasIndex(u => u.ItemId);
            update.Property(u => u.State).HasConversion<string>().HasMaxLength(20);
            update.Property(u => u.Progress).HasConversion<string>().HasMaxLength(20);
            update.Property(u => u.Milestones).HasConversion<JsonConverter<IReadOnlyList<MilestoneSaying>>>(JsonConverter<IReadOnlyList<MilestoneSaying>>.Comparer);
        });
        model.Entity<UpdateDraft>(draft =>
        {
            draft.ToTable("PlanUpdateDrafts");
            draft.HasKey(d => new { d.CycleId, d.ItemId });
            draft.HasIndex(d => d.ItemId);
            draft.Property(d => d.Stamp).IsConcurrencyToken();
            draft.Property(d => d.Form).HasConversion<JsonConverter<UpdateForm>>(JsonConverter<UpdateForm>.Comparer);
        });
        model.Entity<CycleStand>(stand =>
        {
            stand.ToTable("PlanCycleStands");
            stand.HasKey(s => new { s.CycleId, s.ItemId });
            stand.Property(s => s.Progress).HasConversion<string>().HasMaxLength(20);
            stand.Property(s => s.Lifecycle).HasConversion<string>().HasMaxLength(20);
            stand.Property(s => s.Due).HasConversion<DueConverter>().HasMaxLength(LongestDue);
        });
    }

    private static void MapImports(ModelBuilder model)
    {
        model.Entity<PlanImport>(import =>
        {
            import.ToTable("PlanImports");
            import.Property(i => i.FileName).HasMaxLength(PlanImport.LongestFileName);
            import.Property(i => i.FileHash).HasMaxLength(64);
            import.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
            import.HasIndex(i => i.PlanId);
            import.HasOne(i => i.File).WithOne().HasForeignKey<ImportFile>(f => f.ImportId);
        });
        model.Entity<ImportFile>(file =>
        {
            file.ToTable("PlanImportFiles");
            file.HasKey(f => f.ImportId);
        });
        model.Entity<ImportedRow>(row =>
        {
            row.ToTable("PlanImportRows");
            row.HasKey(r => new { r.ImportId, r.Position });
            row.Property(r => r.Kind).HasMaxLength(40);
            row.Property(r => r.Act).HasConversion<string>().HasMaxLength(20);
            row.HasIndex(r => r.ThingId);
        });
    }
}

internal sealed class DueConverter() : ValueConverter<Due, string>(due => due.ToCode(), code => Due.FromCode(code));

/// <summary>A part of a row that is read and written as a whole, kept as JSON text.</summary>
internal sealed class JsonConverter<T>() : ValueConverter<T, string>(part => Write(part), text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default)!)
{
    public static readonly ValueComparer<T> Comparer = new((a, b) => Write(a!) == Write(b!), part => Write(part).GetHashCode(StringComparison.Ordinal), part => part);

    private static string Write(T part) => JsonSerializer.Serialize(part, JsonSerializerOptions.Default);
}
