namespace Trellis.Returns.Ssda903;

/// <summary>A time in care without a break. It has no end while it goes on.</summary>
internal readonly record struct Spell(Day Start, Day End)
{
    /// <summary>Whether it goes on.</summary>
    public bool IsOpen => End.IsEmpty;

    /// <summary>Whether a day lies in it, both its ends counted.</summary>
    public bool Holds(Day day) => day >= Start && (IsOpen || day <= End);
}

/// <summary>A child's times in care: episodes of which the next begins by the day on which the one before it ends belong together. Episodes without a date of beginning are left out.</summary>
internal readonly struct Spells(RowList<Episode> episodes)
{
    /// <summary>One after the other.</summary>
    public Enumerator GetEnumerator() => new(episodes);

    /// <summary>Whether a day lies in one of them.</summary>
    public bool Hold(Day day)
    {
        foreach (var spell in this)
        {
            if (spell.Holds(day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The one in which a day lies, or else the first after it.</summary>
    public Spell? From(Day day)
    {
        foreach (var spell in this)
        {
            if (spell.IsOpen || spell.End >= day)
            {
                return spell;
            }
        }

        return null;
    }

    /// <summary>Walks the times in care.</summary>
    public struct Enumerator(RowList<Episode> episodes)
    {
        private int _next;

        /// <summary>The one it stands at.</summary>
        public Spell Current { get; private set; }

        /// <summary>Goes on; false at the end.</summary>
        public bool MoveNext()
        {
            if (_next >= episodes.Count || !episodes[_next].Decom.IsDay)
            {
                return false;
            }

            var (start, end) = (episodes[_next].Decom, episodes[_next].Dec);
            while (++_next < episodes.Count && episodes[_next].Decom <= end)
            {
                end = episodes[_next].Dec < end ? end : episodes[_next].Dec;
            }

            Current = new Spell(start, end.IsDay ? end : default);
            return true;
        }
    }
}
