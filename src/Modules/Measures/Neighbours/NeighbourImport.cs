using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Importing;
using Trellis.Measures.Statuses;
using Trellis.Tables;

namespace Trellis.Measures.Neighbours;

/// <summary>What became of a file of statistical neighbours.</summary>
/// <param name="IsNew">False where the same file was brought in before: then nothing was written.</param>
/// <param name="Authorities">How many have their ten in it.</param>
public sealed record ImportedNeighbours(NeighbourList List, bool IsNew, int Authorities);

/// <summary>Brings in an edition of the statistical neighbours, whole or not at all. Earlier editions stay as they were.</summary>
public sealed class NeighbourImport(AppDbContext db, StatusReckoning statuses, TimeProvider clock)
{
    public const string Source = "Department for Education, statistical neighbours";

    /// <summary>Sets the file beside what it must be, without writing.</summary>
    public static async Task<IReadOnlyList<FileFault>> CheckAsync(GivenFile file, CancellationToken ct) => (await ReadAsync(file, ct)).Faults;

    public async Task<Result<ImportedNeighbours>> SaveAsync(GivenFile file, string title, Process process, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > NeighbourList.LongestTitle)
        {
            return new FieldError("Title", $"Say what the edition is called, in {NeighbourList.LongestTitle} characters or fewer");
        }

        var (read, faults) = await ReadAsync(file, ct);
        if (faults.Count > 0)
        {
            return faults.Select(fault => new FieldError("", $"{fault}")).ToList();
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        if (await db.Set<NeighbourList>().AsNoTracking().FirstOrDefaultAsync(l => l.FileHash == hash && !l.Withdrawn, ct) is { } same)
        {
            return new ImportedNeighbours(same, false, read.Count);
        }

        var number = 1 + (await db.Set<NeighbourList>().MaxAsync(l => (int?)l.Number, ct) ?? 0);
        var list = new NeighbourList { Id = ThingId.New(clock), Number = number, Title = title.Trim(), Source = Source, FileHash = hash };
        db.Add(list);
        db.AddInBulk(read.SelectMany(authority => authority.Ten.Select((neighbour, i) => new Neighbour
        {
            List = number, Place = authority.Place.Number, Rank = i + 1, Other = neighbour.Other.Number, Closeness = neighbour.Closeness,
        })));
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new FieldError("", "Somebody else brought neighbours in at the same moment. Nothing of yours was kept; try again");
        }

        await statuses.ReckonAsync(ct);
        return new ImportedNeighbours(list, true, read.Count);
    }

    private static async Task<(IReadOnlyList<ReadNeighbours> Read, IReadOnlyList<FileFault> Faults)> ReadAsync(GivenFile file, CancellationToken ct)
    {
        var read = await ColumnTableReader.ReadAsync(file.Bytes, file.Name, null, ct);
        return read.Failure is { } failure
            ? ([], [new FileFault(failure.Where, null, failure.What.TrimEnd('.'), failure.WhatToDo.TrimEnd('.'))])
            : NeighbourFile.Read(read.Table!, file.Name);
    }
}
