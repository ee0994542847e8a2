namespace Trellis.Returns.Ssda903;

/// <summary>When a child was looked after, as the episodes tell it. Short breaks are in them too where nothing else is said.</summary>
public sealed partial class Child
{
    private static readonly int UascColumn = Shapes.Header.Find("UASC");

    private readonly bool?[] _allYear;

    /// <summary>
    /// Whether the child was looked after for the whole of the year, up to 31 March: an episode was open on 1 April, and in the year nothing began anew, nothing ended but into the next episode, and
    /// nothing was a short break. An end on 31 March itself comes too late to break it. Many rules ask this, so each child is looked at once.
    /// </summary>
    public bool WasLookedAfterAllYear => _allYear[Index] ??= LookedAfterAllYear();

    /// <summary>Whether any episode touches the year.</summary>
    public bool WasLookedAfterInYear => Episodes.Any(Year, (e, year) => e.Decom <= year.End && (e.Dec.IsEmpty || e.Dec >= year.Start));

    /// <summary>Whether any episode that is no short break touches the year.</summary>
    public bool WasInCareInYear => Episodes.Any(Year, (e, year) => !e.Ls.IsIn(Codes.ShortBreaks) && e.Decom <= year.End && (e.Dec.IsEmpty || e.Dec >= year.Start));

    /// <summary>Whether an episode runs over the end of a day.</summary>
    public bool IsLookedAfterOn(Day day) => Episodes.Any(day, (e, on) => e.Decom <= on && (e.Dec.IsEmpty || e.Dec > on));

    /// <summary>Whether a day lies in an episode, its last day counted.</summary>
    public bool IsWithinEpisode(Day day) => Episodes.Any(day, (e, on) => e.Decom <= on && (e.Dec.IsEmpty || e.Dec >= on));

    /// <summary>Whether the child has care leaver details with anything in them.</summary>
    public bool HasCareLeaverDetails => Oc3.Any(o => o.SaysAnything());

    /// <summary>Whether this year's episodes are all short breaks, and there is one.</summary>
    public bool HasOnlyShortBreaks => !Episodes.IsEmpty && !Episodes.Any(e => !e.Ls.IsIn(Codes.ShortBreaks));

    /// <summary>Whether there is an episode that is no short break.</summary>
    public bool HasEpisodeInCare => Episodes.Any(e => !e.Ls.IsIn(Codes.ShortBreaks));

    /// <summary>Whether the header has a column for unaccompanied asylum-seeking children. It comes from XML only.</summary>
    public bool HeaderAsksUasc => Data.Now[Shapes.Header.Number]?.Given[UascColumn] == true;

    private bool LookedAfterAllYear()
    {
        var (start, end, open) = (Year.Start, Year.End, false);
        foreach (var e in Episodes)
        {
            var endsEarly = e.Dec >= start && e.Dec < end && e.Rec != Codes.NextEpisode;
            var beginsAnew = e.Rne == Codes.Started && e.Decom > start && e.Decom <= end;
            var isShortBreak = e.Ls.IsIn(Codes.ShortBreaks) && !(e.Dec < start) && !(e.Decom > end);
            if (endsEarly || beginsAnew || isShortBreak)
            {
                return false;
            }

            open |= e.Decom <= start && !(e.Dec <= start);
        }

        return open;
    }
}
