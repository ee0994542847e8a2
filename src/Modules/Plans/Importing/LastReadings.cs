using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Trellis.Plans.Import;
using Trellis.Tables;

namespace Trellis.Plans.Importing;

/// <summary>
/// The documents read last, so that each page of a review and the saving need not read a large one anew. A reading is pure: the
/// same bytes, name, answers and officers give the same, so one kept here can grow old only with the program itself.
/// </summary>
public sealed class LastReadings : IDisposable
{
    /// <summary>The lines of all readings kept; a document with more of them is read each time.</summary>
    private const int MostLines = 60_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _readings = new(new MemoryCacheOptions { SizeLimit = MostLines, CompactionPercentage = 0.5 });

    /// <param name="hash">Of the bytes.</param>
    /// <param name="answers">As the import keeps them.</param>
    /// <param name="officers">As <see cref="PlanReader.Read"/> wants them.</param>
    public async Task<(PlanReading? Reading, ReadFailure? Failure)> ReadAsync(
        string hash, byte[] bytes, string fileName, string answers, IReadOnlySet<string> officers, CancellationToken ct)
    {
        var key = (hash, fileName, answers, string.Join('\n', officers.Order(StringComparer.Ordinal)));
        if (_readings.TryGetValue(key, out PlanReading? known))
        {
            return (known, null);
        }

        var (reading, failure) = await ImportService.ReadAsync(bytes, fileName, JsonSerializer.Deserialize<Dictionary<string, string>>(answers), officers, ct);
        if (reading is not null)
        {
            _readings.Set(key, reading, new MemoryCacheEntryOptions { Size = reading.LinesTotal, SlidingExpiration = Kept });
        }

        return (reading, failure);
    }

    public void Dispose() => _readings.Dispose();
}
