using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Audit;
using Trellis.Measures.Changes;
using Trellis.Measures.Entry;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;
using Trellis.Measures.Importing.Mappings;
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
        model.Entity<ColumnMapping>(mapping =>
        {
            mapping.ToTable("MeasuresColumnMappings");
            mapping.HasIndex(m => m.Name).IsUnique();
            mapping.Property(m => m.Name).HasMaxLength(ColumnMapping.LongestName);
            mapping.Property(m => m.Columns).HasMaxLength(ColumnMapping.LongestColumns);
            mapping.Property(m => m.Source).HasMaxLength(FigureBatch.LongestSource);
            mapping.Property(m => m.Years).HasConversion<string>().HasMaxLength(LongestEnum);
            foreach (var column in new[] { nameof(ColumnMapping.PlaceColumn), nameof(ColumnMapping.PeriodColumn), nameof(ColumnMapping.ValueColumn), nameof(ColumnMapping.NumeratorColumn), nameof(ColumnMapping.DenominatorColumn), nameof(ColumnMapping.IndicatorColumn) })
            {
                mapping.Property(column).HasMaxLength(ColumnMapping.LongestColumn);
            }
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
        model.Entity<FigureEntry>(entry =>
        {
            entry.ToTable("MeasuresEntries");
            entry.HasIndex(e => new { e.IndicatorId, e.Place, e.Period, e.Round }).IsUnique();
            entry.Property(e => e.Commentary).HasMaxLength(FigureEntry.LongestText);
            entry.Property(e => e.Explanation).HasMaxLength(FigureEntry.LongestText);
            entry.Property(e => e.Questions).HasMaxLength(FigureEntry.LongestText);
            entry.Property(e => e.CorrectionWhy).HasMaxLength(FigureEntry.LongestWhy);
            entry.Property(e => e.ReturnedWhy).HasMaxLength(FigureEntry.LongestWhy);
            entry.Property(e => e.State).HasConversion<string>().HasMaxLength(LongestEnum);
            entry.Ignore(e => e.Of);
            entry.Ignore(e => e.Said);
        });
        model.Entity<SeriesChange>(change =>
        {
            change.ToTable("MeasuresChanges");
            change.HasIndex(c => c.IndicatorId);
            change.Property(c => c.Kind).HasConversion<string>().HasMaxLength(LongestEnum);
            change.Property(c => c.Why).HasMaxLength(SeriesChange.LongestWhy);
            change.Property(c => c.OldDefinition).HasMaxLength(Indicator.LongestDefinition);
            change.Ignore(c => c.FirstPeriod);
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
