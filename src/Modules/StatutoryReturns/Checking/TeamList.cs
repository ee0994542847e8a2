using Trellis.Returns;
using Trellis.Tables;

namespace Trellis.StatutoryReturns.Checking;

/// <summary>A team and the numbers of its children within the return.</summary>
public sealed record Team(string Name, IReadOnlySet<int> Children);

/// <summary>
/// Which team looks after whom: a table with a column TEAM and one of CHILD or SW_ID, given beside the files of a return. A return itself names no teams.
/// </summary>
public sealed record TeamList(bool IsOfWorkers, ILookup<string, string> Members)
{
    private static readonly string[] ChildColumns = ["CHILD", "LAchildID"];

    public static TeamList None { get; } = new(false, Array.Empty<string>().ToLookup(name => name, name => name));

    /// <summary>Whether a file is called as a list of teams is.</summary>
    public static bool IsNamedSo(string fileName) => Path.GetFileNameWithoutExtension(fileName).Contains("team", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the list; what is wrong with it comes back in words.</summary>
    public static async Task<(TeamList Teams, string? Wrong)> ReadAsync(string fileName, byte[] bytes, CancellationToken ct)
    {
        var read = await ColumnTableReader.ReadAsync(bytes, fileName, null, ct);
        if (read.Table is not { } table)
        {
            return (None, $"{read.Failure!.Where}: {read.Failure.What.TrimEnd('.')}. {read.Failure.WhatToDo}");
        }

        var team = table.Find("TEAM");
        var worker = table.Find("SW_ID");
        var who = worker >= 0 ? worker : ChildColumns.Select(table.Find).FirstOrDefault(c => c >= 0, -1);
        return team < 0 || who < 0
            ? (None, $"{fileName}: a list of teams has a column TEAM and one of CHILD or SW_ID. Name its columns so, or leave the file out")
            : (new TeamList(worker >= 0, Enumerable.Range(0, table.Count).Where(row => table.Cell(row, who).Length > 0).ToLookup(row => table.Cell(row, team), row => table.Cell(row, who))), null);
    }

    /// <summary>The teams with their children, by name.</summary>
    internal IReadOnlyList<Team> Of(StatutoryReturn given, Func<IReadOnlyList<SocialWorker>> workers)
    {
        if (Members.Count == 0)
        {
            return [];
        }

        var children = IsOfWorkers
            ? workers().GroupBy(w => w.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.SelectMany(w => w.Children).ToArray(), StringComparer.OrdinalIgnoreCase)
            : Enumerable.Range(0, given.Children).GroupBy(given.NameOf, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Members.OrderBy(team => team.Key, StringComparer.OrdinalIgnoreCase)
                .Select(team => new Team(team.Key, team.SelectMany(member => children.GetValueOrDefault(member.Trim(), [])).ToHashSet())),
        ];
    }
}
