using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Trellis.Governance;

/// <summary>Short names within a forum, counted on and never given twice: "D-12".</summary>
internal static class References
{
    /// <param name="given">All that were ever given, those of withdrawn things included.</param>
    public static async Task<string> NextAsync(IQueryable<string> given, string prefix, CancellationToken ct)
    {
        var numbers = (await given.ToListAsync(ct)).Select(r => int.Parse(r.AsSpan(prefix.Length + 1), CultureInfo.InvariantCulture));
        return $"{prefix}-{numbers.DefaultIfEmpty(0).Max() + 1}";
    }
}
