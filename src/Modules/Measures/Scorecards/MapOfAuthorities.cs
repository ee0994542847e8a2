using Trellis.GovUk;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Scorecards;

/// <summary>The authorities of England in one period, in classes by their values.</summary>
/// <param name="Ranges">The classes in words, from the lowest.</param>
public sealed record MapOfAuthorities(IReadOnlyList<MapArea> Areas, IReadOnlyList<string> Ranges)
{
    /// <summary>A map with fewer values is mostly empty.</summary>
    private const int FewestValues = 20;

    /// <summary>Null where few authorities have a value, and for plain numbers: a map of them shows where many people live, and no more.</summary>
    public static MapOfAuthorities? Of(Indicator indicator, Place ours, IReadOnlyDictionary<PlaceCode, Figure> figures)
    {
        var known = figures.Where(f => EnglandPlaces.Find(f.Key) is { Kind: PlaceKind.LocalAuthority })
            .DistinctBy(f => EnglandPlaces.Current(f.Key)).ToDictionary(f => EnglandPlaces.Current(f.Key), f => f.Value);
        if (indicator.Unit == MeasureUnit.Number || known.Values.Count(f => f.Value is not null) < FewestValues)
        {
            return null;
        }

        // By what is shown, so that the table never sets a rounded value in another class than its words say.
        var shown = known.Where(f => f.Value.Value is not null).ToDictionary(f => f.Key, f => Math.Round(f.Value.Value!.Value, indicator.Decimals, MidpointRounding.AwayFromZero));
        var classes = Classes.Of(shown.Values);
        return new MapOfAuthorities([.. AuthorityOutlines.All.Select(Area)], classes.Ranges(Say));

        MapArea Area((Place Place, string Path) outline)
        {
            var (place, path) = outline;
            var area = shown.TryGetValue(place.Code, out var value) ? new MapArea(place.Name, path, classes.IndexOf(value), Say(value)) : new MapArea(place.Name, path, null, MarkOf(place));
            return area with { Ours = place == ours };
        }

        string MarkOf(Place place) => known.TryGetValue(place.Code, out var figure) && figure.Said.Shorthand.Mark() is { Length: > 0 } mark ? mark : "[x]";

        string Say(decimal value) => indicator.Unit.Say(value, indicator.Decimals);
    }
}
