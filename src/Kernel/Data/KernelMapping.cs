using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Files;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Outbox;
using Trellis.Kernel.Settings;
using Trellis.Kernel.Things;

namespace Trellis.Kernel.Data;

internal static class KernelMapping
{
    private const int HashBytes = 32;

    public static void Map(ModelBuilder model)
    {
        MapAccess(model);
        MapAudit(model);
        MapOrganisation(model);
        MapThings(model);
    }

    private static void MapAccess(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("Accounts");
            account.Property(a => a.DisplayName).HasMaxLength(Account.LongestName).IsPersonal();
            account.Property(a => a.RoleList).HasMaxLength(200);
            account.Property(a => a.Email).IsPersonal();
            account.Property(a => a.UserName).IsPersonal();
            account.Property(a => a.NormalizedEmail).IsSecret();
            account.Property(a => a.NormalizedUserName).IsSecret();
            account.Property(a => a.PhoneNumber).IsPersonal();
            account.Property(a => a.PasswordHash).IsSecret();
            account.Property(a => a.SecurityStamp).IsSecret();
            account.Property(a => a.ConcurrencyStamp).IsSecret();
            account.HasIndex(a => a.OfficerId).IsUnique();
        });
        Part<IdentityUserClaim<Guid>>(model, "AccountClaims");
        Part<IdentityUserLogin<Guid>>(model, "AccountLogins");
        Part<IdentityUserToken<Guid>>(model, "AccountTokens");
        Part<IdentityUserPasskey<Guid>>(model, "AccountPasskeys");
        model.Entity<OneTimeLink>(link =>
        {
            link.ToTable("OneTimeLinks");
            link.Property(l => l.SecretHash).HasMaxLength(HashBytes).IsSecret();
            link.HasIndex(l => l.SecretHash).IsUnique();
        });
    }

    private static void Part<T>(ModelBuilder model, string table)
        where T : class
    {
        var entity = model.Entity<T>().ToTable(table);
        entity.Metadata.SetAnnotation(AuditTrail.PartOf, "UserId");
    }

    private static void MapAudit(ModelBuilder model)
    {
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("AuditEntries");
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Via).HasMaxLength(20);
            entry.Property(e => e.Process).HasMaxLength(AuditEntry.LongestProcess);
            entry.Property(e => e.Why).HasMaxLength(AuditEntry.LongestWhy);
            entry.Property(e => e.Hash).HasMaxLength(HashBytes);
            entry.Property(e => e.ChangesRoot).HasMaxLength(HashBytes);
            entry.HasIndex(e => e.At);
        });
        model.Entity<AuditChange>(change =>
        {
            change.ToTable("AuditChanges");
            change.HasKey(c => new { c.EntryId, c.Position });
            change.Property(c => c.Kind).HasMaxLength(60);
            change.Property(c => c.Verb).HasConversion<string>().HasMaxLength(20);
            change.HasIndex(c => new { c.ThingId, c.Number }).IsUnique();
        });
        model.Entity<AuditSeal>(seal =>
        {
            seal.ToTable("AuditSeals");
            seal.HasKey(s => s.Number);
            seal.Property(s => s.Number).ValueGeneratedNever();
        });
        model.Entity<AuditSealMember>(member =>
        {
            member.ToTable("AuditSealMembers");
            member.HasKey(m => m.EntryId);
            member.Property(m => m.EntryId).ValueGeneratedNever();
            member.HasIndex(m => new { m.SealNumber, m.Position }).IsUnique();
        });
        model.Entity<RecordRead>(read =>
        {
            read.ToTable("RecordReads");
            read.Property(r => r.What).HasMaxLength(RecordRead.LongestWhat);
            read.Property(r => r.Whose).IsSecret();
            read.HasIndex(r => new { r.RecordId, r.At });
        });
        model.Entity<SubjectKey>(key =>
        {
            key.ToTable("SubjectKeys");
            key.HasKey(k => k.SubjectId);
            key.Property(k => k.SubjectId).ValueGeneratedNever();
        });
    }

    private static void MapOrganisation(ModelBuilder model)
    {
        model.Entity<Department>(department =>
        {
            department.ToTable("Departments");
            department.Property(d => d.Code).HasMaxLength(Department.LongestCode);
            department.Property(d => d.Name).HasMaxLength(Department.LongestName);
            department.Property(d => d.SortKey).HasMaxLength(100);
            department.HasIndex(d => d.Code).IsUnique();
        });
        model.Entity<Officer>(officer =>
        {
            officer.ToTable("Officers");
            officer.Property(o => o.Name).HasMaxLength(Officer.LongestName).IsPersonal();
            officer.Property(o => o.SortKey).HasMaxLength(100);
            officer.HasIndex(o => o.DepartmentId);
        });
        model.Entity<Agency>(agency =>
        {
            agency.ToTable("Agencies");
            agency.Property(a => a.Name).HasMaxLength(Agency.LongestName);
            agency.Property(a => a.SortKey).HasMaxLength(100);
        });
        model.Entity<Delegation>(delegation =>
        {
            delegation.ToTable("Delegations");
            delegation.Property(d => d.Why).HasMaxLength(500);
            delegation.HasIndex(d => d.FromOfficerId);
            delegation.HasIndex(d => d.ToOfficerId);
        });
    }

    private static void MapThings(ModelBuilder model)
    {
        model.Entity<Setting>(setting =>
        {
            setting.ToTable("Settings");
            setting.Property(s => s.Key).HasMaxLength(100);
            setting.HasIndex(s => s.Key).IsUnique();
        });
        model.Entity<NonWorkingDay>(day =>
        {
            day.ToTable("NonWorkingDays");
            day.Property(d => d.Name).HasMaxLength(NonWorkingDay.LongestName);
            day.Property(d => d.Kind).HasConversion<string>().HasMaxLength(20);
            day.HasIndex(d => d.Date);
        });
        model.Entity<ReckonedDate>(date =>
        {
            date.ToTable("ReckonedDates");
            date.Property(d => d.What).HasMaxLength(ReckonedDate.LongestWhat);
            date.HasIndex(d => d.ThingId);
        });
        model.Entity<Link>(link =>
        {
            link.ToTable("Links");
            link.Property(l => l.Kind).HasMaxLength(40);
            link.Property(l => l.FromKind).HasMaxLength(40);
            link.Property(l => l.ToKind).HasMaxLength(40);
            link.HasIndex(l => new { l.FromId, l.ToId, l.Kind }).IsUnique();
            link.HasIndex(l => l.ToId);
        });
        model.Entity<Note>(note =>
        {
            note.ToTable("Notes");
            note.Property(n => n.Text).HasMaxLength(Note.LongestText);
            note.HasIndex(n => n.ThingId);
        });
        model.Entity<OutboxMessage>(message =>
        {
            message.ToTable("OutboxMessages");
            message.HasIndex(m => new { m.SentAt, m.WrittenAt });
            message.Property(m => m.Subject).HasMaxLength(OutboxMessage.LongestSubject);
            message.HasIndex(m => m.AccountId);
            // One copy is enough: what it tells of is in the audit, and the message itself never changes.
            message.Property(m => m.Text).HasMaxLength(OutboxMessage.LongestText).IsSecret();
            message.Property(m => m.NotBefore).IsDerived();
            message.Property(m => m.Fault).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("Files");
            file.Property(f => f.Name).HasMaxLength(StoredFile.LongestName);
            file.Property(f => f.ContentType).HasMaxLength(100);
            file.HasIndex(f => f.NoteId);
            file.HasOne(f => f.Content).WithOne().HasForeignKey<FileContent>(c => c.FileId);
        });
        model.Entity<FileContent>(content =>
        {
            content.ToTable("FileContents");
            content.HasKey(c => c.FileId);
        });
    }
}
