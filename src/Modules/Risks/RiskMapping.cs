using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Risks;

internal static class RiskMapping
{
    private const int LongestWord = 20;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Risk>(risk =>
        {
            risk.ToTable("Risks");
            risk.Property(r => r.Address).HasMaxLength(60);
            risk.HasIndex(r => r.Address).IsUnique();
            risk.HasIndex(r => r.OwnerOfficerId);
            risk.Property(r => r.SortKey).HasMaxLength(100);
            risk.Property(r => r.Title).HasMaxLength(Risk.LongestTitle);
            risk.Property(r => r.Cause).HasMaxLength(Risk.LongestText);
            risk.Property(r => r.Consequence).HasMaxLength(Risk.LongestText);
            risk.Property(r => r.Controls).HasMaxLength(Risk.LongestText);
            risk.Property(r => r.Level).HasMaxLength(Risk.LongestLevel);
            risk.Property(r => r.LevelRank).IsDerived();
            risk.Property(r => r.Scope).HasConversion<string>().HasMaxLength(LongestWord);
            risk.Property(r => r.Treatment).HasConversion<string>().HasMaxLength(LongestWord);
            risk.Ignore(r => r.Inherent).Ignore(r => r.Current).Ignore(r => r.Target);
        });
        model.Entity<RiskControl>(control =>
        {
            control.ToTable("RiskControls");
            control.HasIndex(c => c.RiskId);
            control.HasIndex(c => c.OwnerOfficerId);
            control.Property(c => c.Text).HasMaxLength(RiskControl.LongestText);
            control.Property(c => c.Effectiveness).HasConversion<string>().HasMaxLength(LongestWord);
        });
        model.Entity<RiskAction>(action =>
        {
            action.ToTable("RiskActions");
            action.HasIndex(a => a.RiskId);
            action.HasIndex(a => a.OwnerOfficerId);
            action.Property(a => a.Text).HasMaxLength(RiskAction.LongestText);
            action.Property(a => a.State).HasConversion<string>().HasMaxLength(LongestWord);
        });
        model.Entity<RiskReview>(review =>
        {
            review.ToTable("RiskReviews");
            review.HasIndex(r => new { r.RiskId, r.On });
            review.Property(r => r.Found).HasMaxLength(RiskReview.LongestFound);
            review.Property(r => r.Level).HasMaxLength(Risk.LongestLevel);
            review.Ignore(r => r.Inherent).Ignore(r => r.Current).Ignore(r => r.Target);
        });
        model.Entity<RiskMatrix>(matrix =>
        {
            matrix.ToTable("RiskMatrices");
            // Not made by the database, or it would take the one id for a row that stands already.
            matrix.Property(m => m.Id).ValueGeneratedNever();
            matrix.Property(m => m.LikelihoodNames).HasMaxLength(RiskMatrix.Largest * (RiskMatrix.LongestName + 1));
            matrix.Property(m => m.ImpactNames).HasMaxLength(RiskMatrix.Largest * (RiskMatrix.LongestName + 1));
            matrix.Property(m => m.BandNames).HasMaxLength(RiskMatrix.MostBands * (RiskMatrix.LongestName + LongestWord));
            matrix.Property(m => m.Cells).HasMaxLength(RiskMatrix.Largest * RiskMatrix.Largest);
            matrix.Ignore(m => m.Likelihoods).Ignore(m => m.Impacts).Ignore(m => m.Bands);
        });
    }
}
