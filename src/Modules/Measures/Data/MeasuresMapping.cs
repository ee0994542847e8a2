using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Audit;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Neighbours;
using Trellis.Measures.Public;
using Trellis.Measures.Statuses;
using Trellis.Measures.Targets;

namespace Trellis.Measures.Data;

internal static class MeasuresMapping
{
    private const int LongestEnum = 20;
    private const int HashDigits = 64;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Indicator>(indicator =>
        {
            indicator.ToTable("Indicators");
            indicator.Property(x => x.Address).HasMaxLength(60);
            indicator.HasIndex(x => x.Address).IsUnique();
            indicator.Property(x => x.SortKey).HasMaxLength(100);
            indicator.Property(i => i.Title).HasMaxLength(Indicator.LongestTitle);
            indicator.Property(i => i.Definition).HasMaxLength(Indicator.LongestDefinition);
            indicator.Property(i => i.SetOfPlan).HasMaxLength(Indicator.LongestTitle);
            // Indicators that were there before they had figures are what a plan names.
            indicator.Property(i => i.Kind).HasConversion<string>().HasMaxLength(LongestEnum).HasDefaultValue(IndicatorKind.Performance).ValueGeneratedNever();
            indicator.Property(i => i.Unit).HasConversion<string>().HasMaxLength(LongestEnum).HasDefaultValue(MeasureUnit.NotSaid).ValueGeneratedNever();
            indicator.Property(i => i.StatusRules).HasMaxLength(StatusRules.Longest);
            indicator.Property(i => i.UnitWords).HasMaxLength(Indicator.LongestWords);
            indicator.Property(i => i.Numerator).HasMaxLength(Indicator.LongestWords);
            indicator.Property(i => i.Denominator).HasMaxLength(Indicator.LongestWords);
            indicator.Property(i => i.Polarity).HasConversion<string>().HasMaxLength(LongestEnum).HasDefaultValue(Polarity.None).ValueGeneratedNever();
            indicator.Property(i => i.Frequency).HasConversion<string>().HasMaxLength(LongestEnum).HasDefaultValue(Frequency.Yearly).ValueGeneratedNever();
            indicator.Property(i => i.Basis).HasConversion<string>().HasMaxLength(LongestEnum).HasDefaultValue(Basis.Period).ValueGeneratedNever();
            indicator.Ignore(i => i.IsPublic);
            indicator.Property(i => i.PartIds).HasDefaultValue(new List<Guid>()).ValueGeneratedNever();
            indicator.Property(i => i.Source).HasMaxLength(Indicator.LongestWords);
        });
        MapFigures(model);
        model.Entity<FigureUpload>(upload =>
        {
            upload.ToTable("MeasuresUploads");
            upload.Property(u => u.FileNames).HasMaxLength(FigureBatch.LongestSource);
            upload.Property(u => u.State).HasConversion<string>().HasMaxLength(LongestEnum);
            upload.Ignore(u => u.Given);
            upload.HasMany(u => u.Files).WithOne().HasForeignKey(f => f.UploadId);
        });
        model.Entity<UploadedFile>(file =>
        {
            file.ToTable("MeasuresUploadedFiles");
            file.HasKey(f => new { f.UploadId, f.Position });
            file.Property(f => f.Name).HasMaxLength(FigureBatch.LongestFileName);
        });
        model.Entity<NeighbourList>(list =>
        {
            list.ToTable("MeasuresNeighbourLists");
            list.HasIndex(l => l.Number).IsUnique();
            list.Property(l => l.Title).HasMaxLength(NeighbourList.LongestTitle);
            list.Property(l => l.Source).HasMaxLength(FigureBatch.LongestSource);
            list.Property(l => l.FileHash).HasMaxLength(HashDigits);
        });
        model.Entity<Neighbour>(neighbour =>
        {
            neighbour.ToTable("MeasuresNeighbours");
            neighbour.HasKey(n => new { n.List, n.Place, n.Rank });
            neighbour.Property(n => n.Closeness).HasMaxLength(40);
        });
        model.Entity<TargetProposal>(target =>
        {
            target.ToTable("MeasuresTargets");
            target.HasIndex(t => t.IndicatorId);
            target.Property(t => t.Why).HasMaxLength(TargetProposal.LongestWhy);
            target.Property(t => t.DecisionWhy).HasMaxLength(TargetProposal.LongestWhy);
            target.Property(t => t.State).HasConversion<string>().HasMaxLength(LongestEnum);
            target.Ignore(t => t.Points);
        });
        model.Entity<IndicatorStatus>(status =>
        {
            status.ToTable("MeasuresStatuses");
            status.HasKey(s => new { s.Series, s.Place });
            status.HasIndex(s => s.Place);
            status.Property(s => s.Rules).HasMaxLength(StatusRules.Longest);
            status.Ignore(s => s.Of);
        });
        model.Entity<PublicFigure>(row =>
        {
            row.ToTable("MeasuresPublicFigures");
            row.HasKey(f => new { f.Series, f.Place, f.Period });
            row.Ignore(f => f.Said);
        });
    }

    private static void MapFigures(ModelBuilder model)
    {
        model.Entity<Series>(series =>
        {
            series.ToTable("MeasuresSeries");
            series.HasKey(s => s.Number);
            series.Property(s => s.Number).ValueGeneratedNever();
            series.HasIndex(s => s.IndicatorId).IsUnique();
        });
        model.Entity<Observation>(row =>
        {
            row.ToTable("MeasuresObservations");
            row.Ignore(o => o.Said);
            row.HasKey(o => new { o.Series, o.Place, o.Period, o.Revision });
        });
        model.Entity<FigureBatch>(batch =>
        {
            batch.ToTable("MeasuresBatches");
            batch.HasIndex(b => b.Number).IsUnique();
            batch.Property(b => b.Kind).HasConversion<string>().HasMaxLength(LongestEnum);
            batch.Property(b => b.Source).HasMaxLength(FigureBatch.LongestSource);
            batch.Property(b => b.Licence).HasMaxLength(FigureBatch.LongestLicence);
            batch.Property(b => b.FileName).HasMaxLength(FigureBatch.LongestFileName);
            batch.Property(b => b.FileHash).HasMaxLength(HashDigits);
            batch.Property(b => b.RowsHash).HasMaxLength(HashDigits);
        });
    }
}
