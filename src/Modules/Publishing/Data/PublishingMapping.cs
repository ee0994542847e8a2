using Microsoft.EntityFrameworkCore;
using Trellis.Publishing.Published;

namespace Trellis.Publishing.Data;

internal static class PublishingMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PublishedReport>(report =>
        {
            report.ToTable("PublishingReports");
            report.HasIndex(r => r.Address).IsUnique();
            report.HasIndex(r => r.NewestAt);
            report.Property(r => r.Address).HasMaxLength(60);
            report.Property(r => r.Title).HasMaxLength(PublishedReport.LongestTitle);
        });
        model.Entity<PublishedVersion>(version =>
        {
            version.ToTable("PublishingVersions");
            version.HasIndex(v => new { v.ReportId, v.Number }).IsUnique();
            version.Property(v => v.Title).HasMaxLength(PublishedReport.LongestTitle);
            version.Property(v => v.Hash).HasMaxLength(64);
            version.Property(v => v.Correction).HasMaxLength(PublishedVersion.LongestCorrection);
            version.HasOne(v => v.Snapshot).WithOne().HasForeignKey<PublishedSnapshot>(s => s.VersionId);
        });
        model.Entity<PublishedSnapshot>(snapshot =>
        {
            snapshot.ToTable("PublishingSnapshots");
            snapshot.HasKey(s => s.VersionId);
        });
    }
}
