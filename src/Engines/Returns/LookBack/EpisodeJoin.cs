namespace Trellis.Returns.LookBack;

/// <summary>
/// Joins the episodes that several returns tell of one child. An SSDA903 holds every episode that touches its year, so one that lasts is told again each year with the same beginning (DECOM), and that is what it is
/// known by. The rest follows from two things that the return asks: an episode that ends because the next begins (REC X1) ends on the day on which that begins, and one that goes on from another says so (RNE
/// other than S). Where both episodes say that they meet and one day lies between, a clerk counted the last night; where many days lie between nobody can know, and they stay. What one episode alone claims
/// gives way when its neighbour and the days speak against it. Each step is noted.
/// </summary>
internal sealed class EpisodeJoin(string child)
{
    private const string Started = "S";
    private const string Next = "X1";
    private const int FirstMonth = 4;

    private readonly List<(int Year, CareEpisode Episode)> _told = [];
    private readonly SortedSet<int> _years = [];
    private readonly List<Repair> _repairs = [];

    /// <summary>In order of the days.</summary>
    public IReadOnlyList<Repair> Repairs => [.. _repairs.OrderBy(r => r.Day).ThenBy(r => r.Kind).ThenBy(r => r.What, StringComparer.Ordinal)];

    /// <summary>A return of the year was given, whether it knows the child or not.</summary>
    public void AddYear(int year) => _years.Add(year);

    /// <summary>What one return says. A return that is given twice says nothing new.</summary>
    public void Add(int year, IReadOnlyList<CareEpisode> episodes)
    {
        foreach (var same in episodes.GroupBy(e => e.Key))
        {
            var episode = same.First();
            if (same.Skip(1).Any())
            {
                Note(episode, RepairKind.Repeated, $"The episode stands {same.Count()} times in the return of {year}; it was taken once.");
            }

            if (!_told.Contains((year, episode)))
            {
                _told.Add((year, episode));
            }
        }
    }

    public void LeaveOut(int year, int rows) => NoteOnce(new Repair(child, null, RepairKind.LeftOut, $"{rows} episodes of the return of {year} have no day on which they began; they were left out."));

    /// <summary>The episodes in order, each meeting the next where they should.</summary>
    public IReadOnlyList<CareEpisode> Join()
    {
        var joined = Believed();
        for (var i = 0; i + 1 < joined.Count;)
        {
            if (IsCutAtYear(joined[i], joined[i + 1]))
            {
                Note(joined[i], RepairKind.CutAtYear, $"It was open, and the return of the next year begins it anew on {joined[i + 1].From:dd/MM/yyyy}; both are one.");
                joined[i] = joined[i] with { To = joined[i + 1].To, Ended = joined[i + 1].Ended };
                joined.RemoveAt(i + 1);
            }
            else
            {
                Meet(joined, i++);
            }
        }

        SayLost(joined);
        return joined;
    }

    /// <summary>One episode for each beginning: as the latest return tells it. That an end became known is no contradiction.</summary>
    private List<CareEpisode> Believed()
    {
        var believed = new List<CareEpisode>();
        foreach (var told in _told.GroupBy(t => t.Episode.From).OrderBy(g => g.Key))
        {
            var last = told.MaxBy(t => (t.Year, t.Episode.To is not null, t.Episode.Key), Comparer<(int Year, bool HasEnd, string Key)>.Create(
                (a, b) => a.Year != b.Year ? a.Year.CompareTo(b.Year) : a.HasEnd != b.HasEnd ? a.HasEnd.CompareTo(b.HasEnd) : string.CompareOrdinal(a.Key, b.Key)));
            foreach (var year in told.Where(t => IsContradicted(t.Episode, last.Episode)).Select(t => t.Year).Distinct().Order())
            {
                Note(last.Episode, RepairKind.Retold, year == last.Year ? $"The returns of {year} tell it differently; one of them was believed." : $"The return of {last.Year} tells it differently from that of {year}; the later was believed.");
            }

            believed.Add(last.Episode);
        }

        return believed;
    }

    private static bool IsContradicted(CareEpisode earlier, CareEpisode later) => earlier != later && (earlier.To is null ? earlier with { To = later.To, Ended = later.Ended } : earlier) != later;

    /// <summary>Only of an episode that no later return tells under its own beginning.</summary>
    private bool IsCutAtYear(CareEpisode one, CareEpisode next) =>
        one.To is null && next.From is { Month: FirstMonth, Day: 1 } && one.IsSameCare(next)
        && _told.Where(t => t.Episode.From == one.From).Max(t => t.Year) < _told.Where(t => t.Episode.From == next.From).Min(t => t.Year);

    private void Meet(List<CareEpisode> joined, int i)
    {
        var (one, next) = (joined[i], joined[i + 1]);
        if (one.To is null)
        {
            Note(one, RepairKind.EndMissing, $"It has no end, and the next begins on {next.From:dd/MM/yyyy}; it was ended on that day{(next.Began == Started ? ", though care may have ceased before" : "")}.");
            joined[i] = one = one with { To = next.From, Ended = next.Began == Started ? one.Ended : Next };
            return;
        }

        var between = next.From.DayNumber - one.To.Value.DayNumber;
        if (between < 0)
        {
            Note(one, RepairKind.Overlap, $"It ends on {one.To:dd/MM/yyyy}, after the next has begun; it was made to end on {next.From:dd/MM/yyyy}.");
            joined[i] = one = one with { To = next.From };
        }
        else if (between > 0 && one.Ended == Next && next.Began != Started)
        {
            if (between > 1)
            {
                Note(one, RepairKind.GapLeft, $"It goes over into the next, which begins {between} days after it. Nothing was changed.");
                return;
            }

            Note(one, RepairKind.GapOfOneDay, $"It goes over into the next, which begins a day after it; it was made to end on {next.From:dd/MM/yyyy}.");
            joined[i] = one = one with { To = next.From };
        }
        else if (between > 0)
        {
            return;
        }

        if (one.Ended == Next && next.Began == Started)
        {
            Note(next, RepairKind.StartInCare, "It says that care started, and the one before it goes over into it; it was made a change.");
            joined[i + 1] = next with { Began = one.IsSamePlacement(next) ? "L" : one.LegalStatus == next.LegalStatus ? "P" : "B" };
        }
        else if (one.Ended != Next && next.Began != Started)
        {
            Note(one, RepairKind.EndInCare, "It says that care ceased, and the next goes on from it on that day; it was made to go over into the next.");
            joined[i] = one with { Ended = Next };
        }
    }

    private void SayLost(List<CareEpisode> joined)
    {
        if (joined is [.., { To: null } last] && _years.Max > _told.Max(t => t.Year))
        {
            Note(last, RepairKind.EndUnknown, $"It is open in the return of {_told.Max(t => t.Year)}, and that of {_years.First(y => y > _told.Max(t => t.Year))} does not know the child. Nothing was changed.");
        }
    }

    private void Note(CareEpisode episode, RepairKind kind, string what) => NoteOnce(new Repair(child, episode.From, kind, what));

    private void NoteOnce(Repair repair)
    {
        if (!_repairs.Contains(repair))
        {
            _repairs.Add(repair);
        }
    }
}
