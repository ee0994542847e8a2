using Trellis.Kernel;
using Trellis.Returns;

namespace Trellis.StatutoryReturns.Checking;

/// <summary>A file as it was given, in memory.</summary>
public sealed record GivenFile(string Name, bool IsLastYear, byte[] Bytes);

/// <summary>The files of a return and what they do not say themselves.</summary>
/// <param name="Year">The collection year; null takes it from the files.</param>
/// <param name="Authority">The nine characters of the authority's code; null where it is not known.</param>
public sealed record GivenReturn(IReadOnlyList<GivenFile> Files, int? Year, string? Authority)
{
    public const int MostFiles = 60;
    public const long MostBytes = 256L * 1024 * 1024;

    public long Bytes => Files.Sum(f => f.Bytes.LongLength);

    /// <summary>Reads, checks, and sets it beside an earlier one of the same kind.</summary>
    /// <param name="at">When it was checked first: a kept one is checked again each time that it is opened.</param>
    public async Task<Result<CheckedReturn>> CheckAsync(Guid id, Guid accountId, bool isKept, CheckedReturn? earlier, DateTimeOffset at, CancellationToken ct)
    {
        var teams = TeamList.None;
        var lists = Files.Where(f => TeamList.IsNamedSo(f.Name)).ToList();
        if (lists.Count > 0)
        {
            var (read, wrong) = await TeamList.ReadAsync(lists[0].Name, lists[0].Bytes, ct);
            if (wrong is not null)
            {
                return new FieldError("Files", wrong);
            }

            teams = read;
        }

        // On a thread of its own: reading and checking take both cores for as long as they last.
        return await Task.Run<Result<CheckedReturn>>(() =>
        {
            var files = Files.Except(lists).ToLookup(f => f.IsLastYear, f => new ReturnFile(f.Name, () => new MemoryStream(f.Bytes, writable: false)));
            var read = ReturnReader.Read([.. files[false]], [.. files[true]], new ReadOptions { Year = Year, Authority = Authority });
            if (read.Return is not { } given)
            {
                return read.Refused.Concat(read.Departures).Take(10).Select(d => new FieldError("Files", $"{d.File}: {d.What.TrimEnd('.')}")).DefaultIfEmpty(new FieldError("Files", "None of these is a file of a return")).ToList();
            }

            var result = given.Check(cancel: ct);
            var changes = earlier?.Return.Name == given.Name ? new Changes(earlier.At, Comparison.Of(earlier.Result, result)) : null;
            return new CheckedReturn(given, read, result, teams) { Id = id, AccountId = accountId, At = at, Bytes = Bytes, IsKept = isKept, Changes = changes };
        }, ct);
    }
}
