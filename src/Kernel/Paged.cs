using Microsoft.EntityFrameworkCore;

namespace Trellis.Kernel;

/// <summary>One page of a list, 50 at a time.</summary>
/// <param name="Number">From 1; a number beyond the last page gives the last page.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Number, int Total)
{
    public int Count => Math.Max(1, (Total + Paged.Size - 1) / Paged.Size);
}

public static class Paged
{
    public const int Size = 50;

    public static async Task<Paged<T>> ToPageAsync<T>(this IQueryable<T> ordered, int? number, CancellationToken ct)
    {
        var total = await ordered.CountAsync(ct);
        var shown = Shown(number, total);
        return new Paged<T>(await ordered.Skip((shown - 1) * Size).Take(Size).ToListAsync(ct), shown, total);
    }

    /// <summary>A page of what had to be read whole.</summary>
    public static Paged<T> ToPage<T>(this IReadOnlyCollection<T> ordered, int? number)
    {
        var shown = Shown(number, ordered.Count);
        return new Paged<T>([.. ordered.Skip((shown - 1) * Size).Take(Size)], shown, ordered.Count);
    }

    private static int Shown(int? number, int total) => Math.Clamp(number ?? 1, 1, Math.Max(1, (total + Size - 1) / Size));
}
