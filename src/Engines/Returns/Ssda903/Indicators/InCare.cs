namespace Trellis.Returns.Ssda903;

/// <summary>Who is in care and when, as the statistics count it: short breaks are no time in care, and nobody is looked after from the 18th birthday on.</summary>
internal static class InCare
{
    private const int Grown = 18;

    extension(Child child)
    {
        /// <summary>The child's age on 31 March; nothing where the date of birth is not known.</summary>
        public int? AgeAtYearEnd => child.Dob.AgeOn(child.Year.End);

        /// <summary>The episode in which the child is looked after on 31 March; nothing where it is not.</summary>
        public Episode? EpisodeAtYearEnd => child.EpisodeOn(child.Year.End);

        /// <summary>The episode in which the child is looked after at the end of a day; nothing where it is not. One that ends that day is over. Of two that are open at once it is the later.</summary>
        public Episode? EpisodeOn(Day day)
        {
            if (child.Dob.AgeOn(day) >= Grown)
            {
                return null;
            }

            Episode? found = null;
            foreach (var e in child.Episodes)
            {
                if (!e.IsShortBreak && e.Decom <= day && (e.Dec.IsEmpty || e.Dec > day))
                {
                    found = e;
                }
            }

            return found;
        }

        /// <summary>The first episode in care that touches the year; nothing where there is none.</summary>
        public Episode? EpisodeInYear
        {
            get
            {
                foreach (var e in child.Episodes)
                {
                    if (child.IsInYear(e))
                    {
                        return e;
                    }
                }

                return null;
            }
        }

        /// <summary>Whether an episode in care touches the year.</summary>
        public bool IsInYear(Episode e) => !e.IsShortBreak && e.Decom <= child.Year.End && (e.Dec.IsEmpty || e.Dec >= child.Year.Start);

        /// <summary>
        /// The episodes of the time in care that goes up to one, that one last: this year's, and before them last year's where last year's return was given. They reach back to the start of that time, or as
        /// far as the two returns do.
        /// </summary>
        public List<Episode> TimeInCareUpTo(Episode last)
        {
            var found = new List<Episode> { last };
            Go(child.Episodes);
            Go(child.Last.Episodes);
            found.Reverse();
            return found;

            void Go(RowList<Episode> episodes)
            {
                for (var i = episodes.Count - 1; i >= 0 && found[^1].Rne != Codes.Started; i--)
                {
                    var (e, next) = (episodes[i], found[^1]);
                    if (e.Decom < next.Decom && !e.IsShortBreak && (e.Dec.IsEmpty || e.Dec == next.Decom))
                    {
                        found.Add(e);
                    }
                }
            }
        }
    }
    extension(Episode episode)
    {
        /// <summary>Whether it goes on with the placement of an earlier one: the carer stayed, or the child went back to where it was before a temporary placement.</summary>
        public bool GoesOnWith(Episode earlier, bool afterTemporary) =>
            episode.Rne != Codes.Started && (episode.Rne.IsIn(Codes.SameCarer) || (afterTemporary && episode.IsPlacedAs(earlier)));
    }

    /// <summary>When the last placement of a time in care began, temporary ones left out; placements that follow each other are one where the carer stayed or the definition joins them.</summary>
    public static Day PlacedSince(IReadOnlyList<Episode> time, Func<Episode, Episode, bool> areJoined)
    {
        var held = time[^1];
        var afterTemporary = false;
        for (var i = time.Count - 2; i >= 0; i--)
        {
            var earlier = time[i];
            if (earlier.IsTemporary)
            {
                afterTemporary = true;
                continue;
            }

            if (!held.IsTemporary && !areJoined(earlier, held) && !held.GoesOnWith(earlier, afterTemporary))
            {
                break;
            }

            (held, afterTemporary) = (earlier, false);
        }

        return held.Decom;
    }
}
