namespace Trellis.Measures.Statuses;

/// <summary>Where a value stands among others of the same period.</summary>
/// <param name="Rank">From 1, the best, or the highest where neither way is better; equal values share the better rank.</param>
/// <param name="Count">How many there are, this one counted.</param>
public readonly record struct RankAmong(int Rank, int Count)
{
    /// <summary>1 for the best quarter.</summary>
    public int Quartile => (int)Math.Ceiling(4m * Rank / Count);

    /// <param name="others">Without the value itself.</param>
    public static RankAmong Of(decimal value, IEnumerable<decimal> others, Polarity polarity)
    {
        var (better, all) = (0, 1);
        foreach (var other in others)
        {
            all++;
            better += (polarity == Polarity.Low ? other < value : other > value) ? 1 : 0;
        }

        return new RankAmong(better + 1, all);
    }

    /// <summary>Where each of these stands among all of them.</summary>
    public static Dictionary<T, RankAmong> OfAll<T>(IReadOnlyDictionary<T, decimal> values, Polarity polarity)
        where T : notnull
    {
        var ranks = new Dictionary<T, RankAmong>(values.Count);
        var (rank, last) = (1, (decimal?)null);
        foreach (var (key, value) in polarity == Polarity.Low ? values.OrderBy(v => v.Value) : values.OrderByDescending(v => v.Value))
        {
            rank = value == last ? rank : ranks.Count + 1;
            last = value;
            ranks.Add(key, new RankAmong(rank, values.Count));
        }

        return ranks;
    }
}
