using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Governance;

/// <summary>What a form says of a thing: it is checked, put onto the thing, and told field by field when two people meet on it.</summary>
public abstract record ThingOptions<T>
    where T : Thing
{
    /// <summary>What is wrong with it; empty when it can be put onto a thing.</summary>
    public abstract List<FieldError> Check();

    /// <summary>What it chose from lists.</summary>
    internal virtual IEnumerable<Chosen> Choices => [];

    internal abstract void Fill(T thing);

    /// <summary>The same fields as the thing has them.</summary>
    internal abstract ThingOptions<T> SavedIn(T thing);

    /// <summary>Each field with its value in words.</summary>
    internal abstract IEnumerable<(string Label, string Value)> Said(BoardNames names);
}

/// <summary>The way of every write of this module: whose row, whose version, which words; then one save.</summary>
internal static class Writing
{
    public static async Task<Result<T>> AddAsync<T>(this AppDbContext db, T thing, ThingOptions<T> options, Process process, CancellationToken ct)
        where T : Thing
    {
        if (await CheckAsync(db, options, ct) is { Count: > 0 } errors)
        {
            return errors;
        }

        options.Fill(thing);
        db.Add(thing);
        await db.SaveAsync(process, ct);
        return thing;
    }

    /// <param name="thing">The tracked row, or null when there is none for this person.</param>
    /// <param name="also">What follows from the change, before it is saved.</param>
    public static async Task<Result<T>> ChangeAsync<T>(
        this AppDbContext db, T? thing, int version, ThingOptions<T> options, Process process, CancellationToken ct, Func<T, Task>? also = null)
        where T : Thing
    {
        if (thing is null)
        {
            return NotFound.Row;
        }

        if (thing.Version != version)
        {
            var names = await BoardNames.LoadAsync(db, ct);
            return new Conflict(
                thing.Version,
                [.. options.SavedIn(thing).Said(names).Zip(options.Said(names), (saved, yours) => new ConflictField(saved.Label, saved.Value, yours.Value))]);
        }

        if (await CheckAsync(db, options, ct) is { Count: > 0 } errors)
        {
            return errors;
        }

        options.Fill(thing);
        await (also?.Invoke(thing) ?? Task.CompletedTask);
        await db.SaveAsync(process, ct);
        return thing;
    }

    private static async Task<List<FieldError>> CheckAsync<T>(AppDbContext db, ThingOptions<T> options, CancellationToken ct)
        where T : Thing
    {
        var errors = options.Check();
        foreach (var chosen in options.Choices)
        {
            if (await chosen.CheckAsync(db, ct) is { } error)
            {
                errors.Add(error);
            }
        }

        return errors;
    }

    /// <summary>One step that asks for nothing but the thing itself.</summary>
    public static async Task<Result<T>> DoAsync<T>(this AppDbContext db, T? thing, Action<T> step, Process process, CancellationToken ct)
        where T : Thing
    {
        if (thing is null)
        {
            return NotFound.Row;
        }

        step(thing);
        await db.SaveAsync(process, ct);
        return thing;
    }
}
