using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.StatutoryReturns.Explanations;
using Trellis.StatutoryReturns.Uploads;

namespace Trellis.StatutoryReturns.Data;

internal static class StatutoryReturnsMapping
{
    private const int HashDigits = 64;

    public static void Map(ModelBuilder model)
    {
        model.Entity<ReturnUpload>(upload =>
        {
            upload.ToTable("StatutoryReturnsUploads");
            upload.Property(u => u.Kind).HasMaxLength(ReturnUpload.LongestKind);
            upload.Property(u => u.FileNames).IsSecret();
            upload.Property(u => u.SealedHash).HasMaxLength(HashDigits);
            upload.Ignore(u => u.IsErased);
            upload.HasIndex(u => u.At);
        });
        model.Entity<SealedFile>(file =>
        {
            file.ToTable("StatutoryReturnsFiles");
            file.HasKey(f => new { f.UploadId, f.Position });
        });
        model.Entity<Explanation>(explanation =>
        {
            explanation.ToTable("StatutoryReturnsExplanations");
            explanation.Property(e => e.Kind).HasMaxLength(ReturnUpload.LongestKind);
            explanation.Property(e => e.Rule).HasMaxLength(Explanation.LongestRule);
            explanation.Property(e => e.Row).IsSecret();
            explanation.HasIndex(e => new { e.Kind, e.Rule });
        });
        model.Entity<Assignment>(assignment =>
        {
            assignment.ToTable("StatutoryReturnsAssignments");
            assignment.Property(a => a.Filter).HasMaxLength(Assignment.LongestFilter);
            assignment.HasIndex(a => a.UploadId);
            assignment.HasIndex(a => a.AccountId);
        });
    }
}
