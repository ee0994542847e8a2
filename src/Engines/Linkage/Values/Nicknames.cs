using System.Text;

namespace Trellis.Linkage;

/// <summary>Given names that stand for each other (Elizabeth, Liz, Beth), each by the groups to which it belongs.</summary>
internal static class Nicknames
{
    private static readonly Dictionary<string, int[]> Groups = Read();

    /// <summary>The groups of a folded name in ascending order; empty for none.</summary>
    public static int[] GroupsOf(ReadOnlySpan<byte> name) => name.Length <= 12 && Groups.TryGetValue(Encoding.UTF8.GetString(name), out var groups) ? groups : [];

    /// <summary>Whether two names have a group in common.</summary>
    public static bool Share(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        foreach (var group in a)
        {
            foreach (var other in b)
            {
                if (group == other)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Dictionary<string, int[]> Read()
    {
        using var stream = typeof(Nicknames).Assembly.GetManifestResourceStream("nicknames.txt")!;
        using var reader = new StreamReader(stream);
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var group = 0; reader.ReadLine() is { } line; group++)
        {
            foreach (var name in line.StartsWith('#') ? [] : line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!groups.TryGetValue(name, out var of))
                {
                    groups.Add(name, of = []);
                }

                of.Add(group);
            }
        }

        var distinct = new Dictionary<string, int[]>(groups.Count, StringComparer.Ordinal);
        foreach (var (name, of) in groups)
        {
            distinct[name] = [.. of.Distinct()];
        }

        return distinct;
    }
}
