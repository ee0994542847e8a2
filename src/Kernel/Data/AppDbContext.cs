using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Data;

namespace Trellis.Kernel;

/// <summary>
/// The one database. Nothing is saved without a <see cref="Process"/>, and every save leaves one audit entry in the same
/// transaction: either both stand or neither.
/// </summary>
/// <remarks>Contexts are kept and lent again, request after request: making one costs as much as a small query.</remarks>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : IdentityUserContext<Account, Guid>(options)
{
    private const int FewChanges = 100;

    private readonly TimeProvider clock = Of<TimeProvider>(options);
    private readonly PersonalValues personal = Of<PersonalValues>(options);
    private readonly WriteTurn turn = Of<WriteTurn>(options);
    private readonly List<(Type Kind, IEnumerable<object> Rows)> _bulk = [];
    private readonly List<IThing> _newInBulk = [];
    private bool _holdsTurn;

    /// <summary>Whose work the next save is. Identity saves by itself, so whoever calls it sets this first.</summary>
    public Process? Process { get; set; }

    internal PersonalValues Personal => personal;

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>As it is lent: nothing of whoever had it before.</summary>
    public AppDbContext Lent()
    {
        Process = null;
        ForgetBulk();
        return this;
    }

    public Task SaveAsync(Process process, CancellationToken ct)
    {
        Process = process;
        return SaveChangesAsync(ct);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var process = Process ?? throw new InvalidOperationException("A write without a process: say who does what.");
        ChangeTracker.DetectChanges();
        // Once is enough: each look at the entries would otherwise compare all of them anew, twelve thousand in a large import.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await SaveDetectedAsync(process, acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<int> SaveDetectedAsync(Process process, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        await personal.PrepareAsync(this, PersonalSubjects(), cancellationToken);
        var newKeys = ChangeTracker.Entries<SubjectKey>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.SubjectId).ToList();
        List<AuditChange> changes = [];
        if (AuditTrail.Of(this, _newInBulk, process, clock.GetUtcNow()) is var (entry, recorded))
        {
            Add(entry);
            changes = recorded;
        }

        try
        {
            var written = await SaveWithAsync(changes, acceptAllChangesOnSuccess, cancellationToken);
            personal.Committed(newKeys);
            return written;
        }
        catch (Exception failure) when (DuplicateKey.IsIn(failure))
        {
            // Services look whether a key is free before they save: who is kept out by one now met somebody, and that is no defect.
            Forget();
            throw new DbUpdateConcurrencyException("Somebody else saved the same thing at the same moment.", failure);
        }
        catch
        {
            // The context holds versions that never came to be; whoever goes on reads afresh.
            Forget();
            throw;
        }
    }

    /// <summary>
    /// Rows that are written once and never changed, and belong to no thing of their own: they go with the next save, in its
    /// transaction, without being tracked. They are gone through then, once: hundreds of thousands need never stand in memory together.
    /// </summary>
    public void AddInBulk<T>(IEnumerable<T> rows)
        where T : class => _bulk.Add((typeof(T), rows));

    /// <summary>New things by the thousand, which nobody goes on with in this context: told in the audit like all others, but not tracked.</summary>
    public void AddNewInBulk(IEnumerable<IThing> things) => _newInBulk.AddRange(things);

    /// <summary>Reads rows by the hundred thousand, which the framework's own reader takes three times as long for.</summary>
    /// <param name="question">SQL of both databases with one whole number, which is called @key in it.</param>
    public async Task<List<T>> ReadInBulkAsync<T>(string question, int key, Func<BulkRow, T> read, CancellationToken ct)
    {
        var all = new List<T>();
        await BulkDoor.ReadAsync(this, question, key, row => all.Add(read(row)), ct);
        return all;
    }

    /// <summary>The same of a question that asks for no number, for whoever keeps the rows otherwise than in a list.</summary>
    public Task ReadInBulkAsync(string question, Action<BulkRow> read, CancellationToken ct) => BulkDoor.ReadAsync(this, question, null, read, ct);

    /// <summary>
    /// Puts rows that follow from others in the place of those that were worked out before: whoever reads sees the old ones or the new ones.
    /// Derived rows have no history.
    /// </summary>
    /// <param name="key">The property by whose values the old rows are known.</param>
    public async Task ReplaceInBulkAsync<T>(string key, IEnumerable<int> values, IReadOnlyList<T> rows, CancellationToken ct)
        where T : class
    {
        using var mine = await TakeTurnAsync(ct);
        await using var transaction = await BeginAsync(ct);
        await BulkDoor.DeleteAsync(this, Model.FindEntityType(typeof(T))!, key, values, ct);
        await BulkDoor.InsertAsync(this, typeof(T), rows, ct);
        await CommitAsync(transaction, ct);
    }

    /// <summary>Null within the transaction of somebody who saves several things at once, and commits them.</summary>
    private async Task<IDbContextTransaction?> BeginAsync(CancellationToken ct) => Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(ct) : null;

    private static Task CommitAsync(IDbContextTransaction? transaction, CancellationToken ct) => transaction?.CommitAsync(ct) ?? Task.CompletedTask;

    private void ForgetBulk()
    {
        _bulk.Clear();
        _newInBulk.Clear();
    }

    private void Forget()
    {
        ChangeTracker.Clear();
        ForgetBulk();
    }

    /// <summary>A few changes go with everything else; thousands go through the bulk door. Either way in one transaction.</summary>
    private async Task<int> SaveWithAsync(List<AuditChange> changes, bool accept, CancellationToken ct)
    {
        using var mine = await TakeTurnAsync(ct);
        if (_bulk.Count + _newInBulk.Count == 0 && changes.Count <= FewChanges)
        {
            AddRange(changes);
            return await base.SaveChangesAsync(accept, ct);
        }

        await using var transaction = await BeginAsync(ct);
        var written = await base.SaveChangesAsync(accept, ct);
        foreach (var kind in _newInBulk.GroupBy(thing => thing.GetType()))
        {
            await BulkDoor.InsertAsync(this, kind.Key, kind, ct);
        }

        foreach (var (kind, rows) in _bulk)
        {
            await BulkDoor.InsertAsync(this, kind, rows, ct);
        }

        await BulkDoor.InsertAsync(this, typeof(AuditChange), changes, ct);
        await CommitAsync(transaction, ct);
        ForgetBulk();
        return written;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveAsync: a page never blocks a thread on the database.");

    /// <summary>Seals, keys of subjects and staged files are no one's history: they are saved without an entry of their own.</summary>
    internal async Task SaveUnauditedAsync(CancellationToken ct)
    {
        using var mine = await TakeTurnAsync(ct);
        await base.SaveChangesAsync(true, ct);
    }

    /// <summary>The embedded database has one writer at a time, and whom it turns away sleeps for 150 ms before trying again.</summary>
    private async Task<IDisposable?> TakeTurnAsync(CancellationToken ct) => IsSqlite && !_holdsTurn ? await turn.TakeAsync(ct) : null;

    /// <summary>For whoever begins a transaction and saves within it: who took the turn only then would wait for somebody who waits for that transaction.</summary>
    internal async Task<IDisposable?> HoldTurnAsync(CancellationToken ct)
    {
        if (await TakeTurnAsync(ct) is not { } mine)
        {
            return null;
        }

        _holdsTurn = true;
        return new HeldTurn(this, mine);
    }

    private sealed class HeldTurn(AppDbContext db, IDisposable mine) : IDisposable
    {
        public void Dispose()
        {
            db._holdsTurn = false;
            mine.Dispose();
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        KernelMapping.Map(builder);
        foreach (var module in Of<IEnumerable<IModule>>(options))
        {
            module.Map(builder);
        }

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (typeof(IThing).IsAssignableFrom(entity.ClrType) && entity.BaseType is null)
            {
                entity.FindProperty(nameof(IThing.Version))!.IsConcurrencyToken = true;
            }

            foreach (var ids in entity.GetProperties().Where(p => p.ClrType == typeof(List<Guid>)))
            {
                ids.SetValueComparer(new IdListComparer());
            }

            // PostgreSQL compares by its locale unless told; SQLite always by bytes.
            if (entity.FindProperty("SortKey") is { } key && !IsSqlite)
            {
                key.SetCollation("C");
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        if (IsSqlite)
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<DateTimeOffsetToBinaryConverter>();
        }
    }

    private static T Of<T>(DbContextOptions options)
        where T : notnull => options.FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!.GetRequiredService<T>();

    private bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    private List<Guid> PersonalSubjects() =>
        [.. ChangeTracker.Entries<IThing>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(e => e.Metadata.GetProperties().Any(p => p.FindAnnotation(AuditTrail.Personal) is not null))
            .Select(e => e.Entity.Id)];
}

public static class AuditMarks
{
    /// <summary>Keeps the value out of the audit: passwords, stamps, keys.</summary>
    public static PropertyBuilder<T> IsSecret<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetAnnotation(AuditTrail.Secret, true);
        return property;
    }

    /// <summary>Keeps a value that follows from others out of the audit.</summary>
    public static PropertyBuilder<T> IsDerived<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetAnnotation(AuditTrail.Derived, true);
        return property;
    }

    /// <summary>Encrypts the value in the audit under the thing's own key.</summary>
    public static PropertyBuilder<T> IsPersonal<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetAnnotation(AuditTrail.Personal, true);
        return property;
    }
}
