using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.People.Extracts;
using Trellis.People.Index;
using Trellis.People.Linking;
using Trellis.People.Records;
using Trellis.People.Sight;

namespace Trellis.People.Data;

internal static class PeopleMapping
{
    private const int HashDigits = 64;
    private const int LongestKind = 10;

    public static void Map(ModelBuilder model)
    {
        MapRecords(model);
        MapExtracts(model);
        MapLinks(model);
        MapSight(model);
    }

    private static void MapRecords(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("PeoplePersons");
            person.Property(p => p.Address).HasMaxLength(Person.AddressLength);
            person.HasIndex(p => p.Address).IsUnique();
        });
        model.Entity<AgencyRecord>(record =>
        {
            record.ToTable("PeopleRecords");
            record.Property(r => r.Content).IsSecret();
            record.HasIndex(r => r.PersonId);
            record.HasIndex(r => r.AgencyId);
        });
        model.Entity<EarlierContent>(earlier =>
        {
            earlier.ToTable("PeopleEarlierContents");
            earlier.HasKey(e => new { e.RecordId, e.Number });
        });
        model.Entity<ContentKey>(key =>
        {
            key.ToTable("PeopleKeys");
            key.HasKey(k => k.Number);
            key.Property(k => k.Number).ValueGeneratedNever();
        });
        model.Entity<LearntBasis>(basis => basis.ToTable("PeopleLearntBases"));
        model.Entity<Relationship>(relationship =>
        {
            relationship.ToTable("PeopleRelationships");
            relationship.HasIndex(r => r.PersonId);
            relationship.HasIndex(r => r.OtherId);
        });
    }

    private static void MapExtracts(ModelBuilder model)
    {
        model.Entity<Extract>(extract =>
        {
            extract.ToTable("PeopleExtracts");
            extract.Property(e => e.FileHash).HasMaxLength(HashDigits);
            extract.Property(e => e.Kind).HasMaxLength(LongestKind);
            extract.HasIndex(e => e.At);
        });
        model.Entity<SealedExtract>(file =>
        {
            file.ToTable("PeopleSealedExtracts");
            file.HasKey(f => f.ExtractId);
        });
        model.Entity<ExtractMapping>(mapping =>
        {
            mapping.ToTable("PeopleExtractMappings");
            mapping.Property(m => m.Columns).HasMaxLength(ExtractMapping.LongestColumns);
            mapping.HasIndex(m => m.AgencyId).IsUnique();
        });
    }

    private static void MapLinks(ModelBuilder model)
    {
        model.Entity<RecordLink>(link =>
        {
            link.ToTable("PeopleLinks");
            link.Ignore(l => l.Holds);
            link.Ignore(l => l.IsAutomatic);
            link.Ignore(l => l.Why);
            link.Ignore(l => l.UndoneWhy);
            link.Property(l => l.SealedWhy).IsSecret();
            link.Property(l => l.SealedUndoneWhy).IsSecret();
            link.HasIndex(l => l.FirstId);
            link.HasIndex(l => l.SecondId);
        });
        model.Entity<PossibleMatch>(match =>
        {
            match.ToTable("PeopleMatches");
            match.HasIndex(m => new { m.ClosedAt, m.Probability });
        });
    }

    private static void MapSight(ModelBuilder model)
    {
        model.Entity<Seal>(seal =>
        {
            seal.ToTable("PeopleSeals");
            seal.Property(s => s.Why).IsSecret();
            seal.HasIndex(s => s.PersonId);
        });
        model.Entity<AgencyStaff>(staff =>
        {
            staff.ToTable("PeopleAgencyStaff");
            staff.HasIndex(s => s.AccountId).IsUnique();
        });
        model.Entity<Involvement>(involvement =>
        {
            involvement.ToTable("PeopleInvolvements");
            involvement.Ignore(i => i.IsBreakGlass);
            involvement.Ignore(i => i.Why);
            involvement.Property(i => i.SealedWhy).IsSecret();
            involvement.HasIndex(i => i.AccountId);
            involvement.HasIndex(i => i.PersonId);
        });
    }
}
