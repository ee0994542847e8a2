namespace Trellis.Disclosure;

/// <summary>What becomes of a cell.</summary>
public enum CellFate
{
    /// <summary>It may be shown.</summary>
    Shown,

    /// <summary>Hidden, because it is small itself or its publisher hid it.</summary>
    Primary,

    /// <summary>Hidden, because others could be worked out from it.</summary>
    Secondary,
}

/// <summary>
/// Which cells of linked tables to hide: L Willenborg and T de Waal, "Elements of Statistical Disclosure Control" (2001), chapter 4; the method is the
/// search for alternative tables along alternating cycles, as in the network methods for two-way tables (G Sande 1984; L H Cox, "Network Models for
/// Complementary Cell Suppression", 1995), here over any linear relations.
/// </summary>
/// <remarks>
/// <para>
/// The guarantee. For each sensitive cell that is not <see cref="Exposed"/>, and for every count from Smallest to Largest, there is a table of whole
/// numbers that agrees with every shown cell and every relation, has at least 1 in each hidden cell (0 only where 0 stands there or its count is not known),
/// and has that count in this cell. (A total of several counts that are not 0 begins at their number: that it is no less, nobody can hide.) For each other hidden cell of a table there are at least two such tables that differ in it. So neither elimination over
/// all relations together nor bounds tell which is true, not even to somebody who knows that 0 is never hidden and which counts are small.
/// </para>
/// <para>
/// It does not hold against somebody who knows more than that: what else is in the table, or which of the hidden cells are the small ones.
/// The tables are found, not only thought to exist; where none is found the cell is said to be exposed.
/// </para>
/// <para>The outcome depends on nothing but what is given, in its order. The search goes
/// towards what is cheap, the earlier of equals; it does not promise the cheapest of all ways, which nobody can find in time.</para>
/// </remarks>
public sealed class Suppression
{
    private Suppression(IReadOnlyList<CellFate> fates, IReadOnlyList<int> exposed) => (Fates, Exposed) = (fates, exposed);

    /// <summary>What becomes of each cell, in the order given.</summary>
    public IReadOnlyList<CellFate> Fates { get; }

    /// <summary>Cells for which the guarantee does not hold although all that could be hidden is: what is public already gives them away.</summary>
    public IReadOnlyList<int> Exposed { get; }

    /// <summary>Decides which cells to hide.</summary>
    /// <param name="cells">All cells, of all tables.</param>
    /// <param name="relations">What everybody knows of them.</param>
    /// <param name="options">What is small; 1 to 5 when null.</param>
    /// <exception cref="ArgumentException">A relation names a cell that is not there, or the largest small count is below the smallest.</exception>
    public static Suppression Of(IReadOnlyList<Cell> cells, IReadOnlyList<Relation> relations, DisclosureOptions? options = null)
    {
        options ??= DisclosureOptions.Default;
        if (options.Largest < options.Smallest)
        {
            throw new ArgumentException("The largest small count is no less than the smallest.", nameof(options));
        }

        if (relations.SelectMany(r => r.Terms).Any(t => t.Cell < 0 || t.Cell >= cells.Count))
        {
            throw new ArgumentException("A relation names a cell that is not there.", nameof(relations));
        }

        var table = new LinkedTable(cells, relations, options);
        var protection = new Protection(table, options);
        return new Suppression(protection.Fates, protection.Run());
    }
}
