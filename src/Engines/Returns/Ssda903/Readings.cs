namespace Trellis.Returns.Ssda903;

/// <summary>What rules ask of a child or a row, in the words of the return.</summary>
internal static class Readings
{
    extension(Child child)
    {
        /// <summary>Whether this year's or last year's return names the child as an unaccompanied asylum-seeking child, now or formerly.</summary>
        public bool IsOrWasUasc =>
            child.Header.Any(SaysUasc) || child.Last.Header.Any(SaysUasc) || child.Uasc.Any(u => u.Duc.IsGiven) || child.Last.Uasc.Any(u => u.Duc.IsGiven);

        /// <summary>The times in care without a break, in order.</summary>
        public Spells Spells => new(child.Episodes);

        /// <summary>Last year's last episode, where it went on into this year.</summary>
        public Episode? OpenLastYear => child.Last.Episodes.Last is { Dec.IsGiven: false } open ? open : null;

        /// <summary>The first episode, where it began before the collection year.</summary>
        public Episode? CarriedOver => child.Episodes.First is { } first && first.Decom < child.Year.Start ? first : null;

        /// <summary>Episodes under one legal status that follow each other without a break fail together when they last longer than so many days. What has not ended is counted to the end of the year.</summary>
        public void FailLongerThan(int days, Code status)
        {
            var episodes = child.Episodes;
            for (var first = 0; first < episodes.Count; first++)
            {
                if (episodes[first].Ls != status)
                {
                    continue;
                }

                var last = first;
                while (last + 1 < episodes.Count && episodes[last + 1].Ls == status && episodes[last + 1].Decom == episodes[last].Dec)
                {
                    last++;
                }

                var fails = episodes[last].EndBy(child.Year.End) - episodes[first].Decom > days;
                for (; fails && first < last; first++)
                {
                    child.Fail(episodes[first]);
                }

                if (fails)
                {
                    child.Fail(episodes[last]);
                }

                first = last;
            }
        }
    }

    extension(Episode episode)
    {
        /// <summary>A short break under an agreement, which is no time in care.</summary>
        public bool IsShortBreak => episode.Ls.IsIn(Codes.ShortBreaks);

        /// <summary>A temporary placement.</summary>
        public bool IsTemporary => episode.Place.IsIn(Codes.Temporary);

        /// <summary>The day on which it ended, or another where it goes on.</summary>
        public Day EndBy(Day otherwise) => episode.Dec.Or(otherwise);

        /// <summary>Whether another is in the same place with the same provider.</summary>
        public bool IsPlacedAs(Episode other) =>
            episode.Place == other.Place && episode.PlPost == other.PlPost && episode.Urn == other.Urn && episode.PlaceProvider == other.PlaceProvider;

        /// <summary>A reference number that Ofsted gave, or claims to be one.</summary>
        public bool NamesProvider => episode.Urn.IsGiven && episode.Urn != Codes.NoUrn;

        /// <summary>Whether anything stands in PL_DISTANCE, a number or not.</summary>
        public bool HasDistance => episode.Row.Code(14).IsGiven;

        /// <summary>Whether HOME_POST holds what is no postcode.</summary>
        public bool HasBadHomePost => episode.HomePost.IsGiven && !Postcode.IsWellFormed(episode.Row.Text(10));

        /// <summary>Whether PL_POST holds what is no postcode.</summary>
        public bool HasBadPlPost => episode.PlPost.IsGiven && !Postcode.IsWellFormed(episode.Row.Text(11));

        /// <summary>Whether PL_LA names an authority of England, or that the placement is elsewhere.</summary>
        public bool HasPlacementAuthority =>
            episode.PlLa.IsIn(Codes.OutsideEngland) || (episode.Row.Text(13) is { Length: 9 } text && text[0] == 'E' && text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);

        /// <summary>Whether PL_LA says that the placement is outside England, by one of the codes for that or by the code of an authority elsewhere.</summary>
        public bool IsOutsideEngland => episode.PlLa.IsIn(Codes.OutsideEngland) || (episode.Row.Text(13) is { Length: 9 } text && text[0] is (byte)'W' or (byte)'S' or (byte)'N');
    }

    extension(Provider provider)
    {
        /// <summary>Whether the list allows the provider a type of placement.</summary>
        public bool HasPlace(Code place) => IsListed(place, provider.Row.Text(1), provider.Row);

        /// <summary>Whether the list allows the provider a code of provider.</summary>
        public bool HasProviderCode(Code code) => IsListed(code, provider.Row.Text(2), provider.Row);

        /// <summary>Whether the provider is at the postcode of the placement.</summary>
        public bool IsAt(Episode episode) => Postcode.AreSame(provider.Row.Text(4), episode.Row.Text(11));
    }

    extension(SwEpisode episode)
    {
        /// <summary>Whether SW_ID begins as the numbers of the register do, or as those that stand for one.</summary>
        public bool HasRegisterNumber => episode.Row.Text(2).StartsWith("SW"u8) || episode.Row.Text(2).StartsWith("XX"u8);

        /// <summary>Whether SW_DECOM holds what is no date, nor one whose year is left open as ZZZZ.</summary>
        public bool HasBadStart => episode.SwDecom.IsUnreadable && !HasOpenYear(episode.Row.Text(3));

        /// <summary>Whether SW_DEC holds what is no date, nor one whose year is left open as ZZZZ.</summary>
        public bool HasBadEnd => episode.SwDec.IsUnreadable && !HasOpenYear(episode.Row.Text(4));
    }

    private static bool HasOpenYear(ReadOnlySpan<byte> date) => date.Length == 10 && date.EndsWith("/ZZZZ"u8);

    /// <summary>Whether a list of codes that are parted by commas holds one.</summary>
    private static bool IsListed(Code code, ReadOnlySpan<byte> list, Row row)
    {
        var sought = row.Table.Words.BytesOf(code.Id);
        foreach (var part in list.Split((byte)','))
        {
            if (list[part].Trim((byte)' ').SequenceEqual(sought))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SaysUasc(Header header) => header.Uasc.IsIn(Codes.Yes) || header.UascStatus.IsIn(Codes.Yes);
}
