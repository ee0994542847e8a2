namespace Trellis.Returns.LookBack;

/// <summary>
/// Several returns of one authority as one history of its children: SSDA903 returns joined episode by episode (see <see cref="RepairKind"/> for what is repaired), CIN censuses beside them. A child is known by
/// the identifier that the authority gives it, whatever its case and the spaces around; a change of its pupil number is no other child. Neither the order of the returns nor giving one twice changes anything.
/// </summary>
public sealed class History
{
    private readonly List<StatutoryReturn> _returns;
    private readonly List<Dictionary<string, int>> _children;
    private readonly List<ChildRows> _walkers;
    private readonly SortedDictionary<string, (IReadOnlyList<CareEpisode> Episodes, IReadOnlyList<Repair> Repairs)> _joined = new(StringComparer.Ordinal);

    private History(List<StatutoryReturn> returns)
    {
        _returns = returns;
        _children = [.. returns.Select(NamesOf)];
        _walkers = [.. returns.Select(r => r is Cin.ChildrenInNeedReturn ? (ChildRows)new Cin.Child(r.Data) : new Ssda903.Child(r.Data))];
        foreach (var name in _children.SelectMany(c => c.Keys).Distinct(StringComparer.Ordinal))
        {
            _joined[name] = Join(name);
        }
    }

    /// <summary>Joins them. Returns of another kind than SSDA903 and CIN census are left out, and so is what they were given of last year.</summary>
    public static History Of(IEnumerable<StatutoryReturn> returns) => new([.. returns.Where(r => r is Ssda903.LookedAfterReturn or Cin.ChildrenInNeedReturn).OrderBy(r => r.Year.Number)]);

    /// <summary>The identifiers of all children, in order.</summary>
    public IReadOnlyCollection<string> Children => _joined.Keys;

    /// <summary>Everything that was repaired, and what could not be, by child and day.</summary>
    public IReadOnlyList<Repair> Repairs => [.. _joined.Values.SelectMany(j => j.Repairs)];

    /// <summary>A child's episodes in order; none where nobody of that identifier was looked after.</summary>
    public IReadOnlyList<CareEpisode> EpisodesOf(string child) => Find(child)?.Episodes ?? [];

    /// <summary>A child's story in order of time; empty where there is no such child.</summary>
    public IReadOnlyList<StoryEntry> StoryOf(string child)
    {
        if (Find(child) is not { } found)
        {
            return [];
        }

        var name = NameOf(child);
        var told = new List<(int Year, string Key, StoryEntry Entry)>();
        for (var i = 0; i < _returns.Count; i++)
        {
            if (_children[i].TryGetValue(name, out var index))
            {
                _walkers[i].Index = index;
                var entries = _walkers[i] is Cin.Child inNeed ? InNeedStory.Of(inNeed) : LookedAfterStory.Of((Ssda903.Child)_walkers[i]);
                told.AddRange(entries.Select(e => (_returns[i].Year.Number, e.Key, e.Entry)));
            }
        }

        // What is told again is told by the latest return, which knows how it went on.
        var latest = told.GroupBy(t => (t.Entry.Kind, t.Entry.From, t.Key)).Select(g => g.OrderBy(t => t.Year).ThenBy(t => t.Entry.To).ThenBy(t => t.Entry.Words, StringComparer.Ordinal).Last().Entry);
        return [.. LookedAfterStory.Of(found.Episodes).Concat(latest).OrderBy(e => e.From).ThenBy(e => e.Kind).ThenBy(e => e.To ?? DateOnly.MaxValue).ThenBy(e => e.Words, StringComparer.Ordinal)];
    }

    private (IReadOnlyList<CareEpisode> Episodes, IReadOnlyList<Repair> Repairs)? Find(string child) => _joined.TryGetValue(NameOf(child), out var found) ? found : null;

    private static string NameOf(string child) => child.Trim().ToUpperInvariant();

    private static Dictionary<string, int> NamesOf(StatutoryReturn given)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var child = 0; child < given.Data.Children; child++)
        {
            if (given.Data.NameOf(child) is { Length: > 0 } name)
            {
                names.TryAdd(name.ToUpperInvariant(), child);
            }
        }

        return names;
    }

    private (IReadOnlyList<CareEpisode> Episodes, IReadOnlyList<Repair> Repairs) Join(string name)
    {
        var join = new EpisodeJoin(name);
        for (var i = 0; i < _returns.Count; i++)
        {
            if (_walkers[i] is Ssda903.Child walker)
            {
                join.AddYear(_returns[i].Year.Number);
                if (_children[i].TryGetValue(name, out var index))
                {
                    walker.Index = index;
                    Add(join, walker);
                }
            }
        }

        return (join.Join(), join.Repairs);
    }

    private static void Add(EpisodeJoin join, Ssda903.Child child)
    {
        var (episodes, undated) = (new List<CareEpisode>(), 0);
        foreach (var e in child.Episodes)
        {
            if (!e.Decom.IsDay)
            {
                undated++;
                continue;
            }

            episodes.Add(new CareEpisode(e.Decom.Date, e.Dec.IsDay ? e.Dec.Date : null)
            {
                Began = Text(e.Rne), Ended = Text(e.Rec), LegalStatus = Text(e.Ls), Placement = Text(e.Place), Provider = Text(e.PlaceProvider), Urn = Text(e.Urn), Postcode = Text(e.PlPost), Need = Text(e.Cin),
            });
        }

        join.Add(child.Year.Number, episodes);
        if (undated > 0)
        {
            join.LeaveOut(child.Year.Number, undated);
        }

        string Text(Code code) => child.Data.Words.TextOf(code.Id);
    }
}
