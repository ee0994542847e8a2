using Trellis.Disclosure;
using Trellis.Kernel.Places;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Public;

/// <summary>What of a figure can be added up.</summary>
internal enum Part
{
    /// <summary>How many.</summary>
    Counted,

    /// <summary>Of how many.</summary>
    Of,

    /// <summary>Those of whom it is not so.</summary>
    Rest,
}

/// <summary>Figures as the cells of linked tables.</summary>
internal sealed class FigureCells
{
    /// <summary>Losing a total loses more than losing one of its parts.</summary>
    private const double OfTheAuthority = 20;
    private const double OfARegion = 100;
    private const double OfASum = 5;

    private readonly Dictionary<(int Series, PlaceCode Place, Period Period, Part Part), int> places = [];

    public List<Cell> Cells { get; } = [];
    public List<Relation> Relations { get; } = [];

    public IEnumerable<(int Series, PlaceCode Place, Period Period, Part Part, int Cell)> All => places.Select(p => (p.Key.Series, p.Key.Place, p.Key.Period, p.Key.Part, p.Value));

    public int? Find(int series, PlaceCode place, Period period, Part part) => places.TryGetValue((series, place, period, part), out var cell) ? cell : null;

    /// <summary>The cell, or one of which nobody knows anything.</summary>
    public int FindOrUnknown(int series, PlaceCode place, Period period, Part part) => Find(series, place, period, part) ?? Add(new Cell(null) { IsImplied = true });

    /// <summary>Of each cell the first of all that it adds up with, over however many sums.</summary>
    public int[] Connected()
    {
        var first = Enumerable.Range(0, Cells.Count).ToArray();
        foreach (var relation in Relations)
        {
            foreach (var term in relation.Terms.Skip(1))
            {
                var (one, other) = (Root(relation.Terms[0].Cell), Root(term.Cell));
                first[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        return [.. Enumerable.Range(0, Cells.Count).Select(Root)];

        int Root(int cell)
        {
            while (first[cell] != cell)
            {
                cell = first[cell] = first[first[cell]];
            }

            return cell;
        }
    }

    public int Add(Cell cell)
    {
        Cells.Add(cell);
        return Cells.Count - 1;
    }

    public void Put(KnownFigure figure)
    {
        var cost = CostOf(figure);
        if (figure.Counted is { } counted)
        {
            Put(figure, Part.Counted, new Cell(counted) { Cost = cost + Math.Min(counted, 1000) / 1000d, IsPublic = figure.IsPublic, StaysHidden = figure.WasKeptBack });
        }
        else if (figure.IsConfidential)
        {
            Put(figure, Part.Counted, new Cell(null) { Cost = cost, IsSensitive = true });
        }

        if (figure.Of is not { } of || figure.Counted is not { } some)
        {
            return;
        }

        Put(figure, Part.Of, new Cell(of) { Cost = cost * 1.5, IsPublic = figure.IsPublic });
        if (of >= some)
        {
            Put(figure, Part.Rest, new Cell(of - some) { IsImplied = true, IsPublic = figure.IsPublic });
            Relations.Add(Relation.Sum(Find(figure, Part.Of), Find(figure, Part.Counted), Find(figure, Part.Rest)));
        }
    }

    private int Find(KnownFigure figure, Part part) => places[(figure.Series, figure.Place, figure.Period, part)];

    private void Put(KnownFigure figure, Part part, Cell cell) => places[(figure.Series, figure.Place, figure.Period, part)] = Add(cell);

    private static double CostOf(KnownFigure figure) =>
        (EnglandPlaces.Find(figure.Place)?.Kind switch { null => 1, PlaceKind.LocalAuthority => OfTheAuthority, _ => OfARegion })
        + figure.Period.Months / 2d + (figure.Indicator.PartIds.Count > 0 ? OfASum : 0);
}
