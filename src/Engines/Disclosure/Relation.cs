namespace Trellis.Disclosure;

/// <summary>A cell in a relation, so many times: 1 on the side of the parts, -1 for their total.</summary>
/// <param name="Cell">Its place in the list of cells.</param>
/// <param name="Times">Not 0.</param>
public readonly record struct Term(int Cell, int Times);

/// <summary>
/// What everybody knows of cells: these, each so many times, add up to 0. Where the counts leave something over (children of no known ward), everybody
/// is taken to know how much.
/// </summary>
public sealed class Relation
{
    /// <param name="terms">Each cell at most once.</param>
    /// <exception cref="ArgumentException">A cell stands there twice, or 0 times.</exception>
    public Relation(params IEnumerable<Term> terms)
    {
        Terms = [.. terms];
        if (Terms.Any(t => t.Times == 0) || Terms.DistinctBy(t => t.Cell).Count() != Terms.Count)
        {
            throw new ArgumentException("A relation names each cell once, and not 0 times.", nameof(terms));
        }
    }

    /// <summary>The cells, in the order given.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>A total is the sum of its parts: wards and their authority, months and their quarter, a count and its rest.</summary>
    public static Relation Sum(int total, params IEnumerable<int> parts) => new(parts.Select(p => new Term(p, 1)).Append(new Term(total, -1)));
}
