using Trellis.Kernel;

namespace Trellis.Risks;

/// <summary>One band of the matrix: what the council calls it, and the colour that repeats it.</summary>
public sealed record Band(string Name, string Colour);

/// <summary>
/// How this council judges a risk: its steps of likelihood and of impact, from the least on, and the band of each cell. There
/// is one, and until somebody changes it that is the usual five by five.
/// </summary>
public sealed class RiskMatrix : Thing
{
    public const int Smallest = 3;
    public const int Largest = 6;
    public const int FewestBands = 2;
    public const int MostBands = 6;
    public const int LongestName = 30;

    /// <summary>The same everywhere, so that two people who make it at once meet on it.</summary>
    public static readonly Guid TheOne = new("01970000-0000-7000-8000-000000000001");

    private const char Between = '\n';

    /// <summary>One name a line, from the least likely.</summary>
    public string LikelihoodNames { get; internal set; } = "";

    /// <summary>One name a line, from the least grave.</summary>
    public string ImpactNames { get; internal set; } = "";

    /// <summary>One band a line, from the lowest: its colour, a space, its name.</summary>
    public string BandNames { get; internal set; } = "";

    /// <summary>The band of each cell as one digit from 1: likelihood by likelihood, and in each from the least impact on.</summary>
    public string Cells { get; internal set; } = "";

    public IReadOnlyList<string> Likelihoods => LikelihoodNames.Split(Between);

    public IReadOnlyList<string> Impacts => ImpactNames.Split(Between);

    public IReadOnlyList<Band> Bands => [.. BandNames.Split(Between).Select(line => line.Split(' ', 2)).Select(parts => new Band(parts[1], parts[0]))];

    public static RiskMatrix Usual()
    {
        var matrix = new RiskMatrix { Id = TheOne };
        matrix.Put(
            ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"],
            ["Negligible", "Minor", "Moderate", "Major", "Severe"],
            [new("Low", "green"), new("Medium", "yellow"), new("High", "orange"), new("Very high", "red")],
            (likelihood, impact) => (likelihood * impact) switch { <= 4 => 1, <= 9 => 2, <= 14 => 3, _ => 4 });
        return matrix;
    }

    /// <summary>Whether the score lies on the matrix.</summary>
    public bool Holds(Score score) =>
        score.Likelihood >= 1 && score.Likelihood <= Likelihoods.Count && score.Impact >= 1 && score.Impact <= Impacts.Count;

    /// <summary>The band of a score, from 1.</summary>
    public int RankOf(Score score) => Cells[(score.Likelihood - 1) * Impacts.Count + score.Impact - 1] - '0';

    public Band BandOf(Score score) => Bands[RankOf(score) - 1];

    /// <summary>"High (4 × 4 = 16)", or that there is none; a score from before the matrix was made smaller without its band.</summary>
    public string Words(Score? score) => score is not { } s ? "Not scored" : Holds(s) ? $"{BandOf(s).Name} ({s})" : $"{s}";

    /// <summary>What the band of that rank is called; empty for none.</summary>
    public string BandName(int? rank) => rank >= 1 && rank <= Bands.Count ? Bands[rank.Value - 1].Name : "";

    /// <summary>Puts the level that follows from its current score onto a risk; one without a score keeps its own word.</summary>
    public void Judge(Risk risk)
    {
        risk.LevelRank = risk.Current is { } current && Holds(current) ? RankOf(current) : null;
        if (risk.LevelRank is { } rank)
        {
            risk.Level = Bands[rank - 1].Name;
        }
    }

    /// <param name="rankOf">The band of a likelihood and an impact, each from 1.</param>
    internal void Put(IReadOnlyList<string> likelihoods, IReadOnlyList<string> impacts, IReadOnlyList<Band> bands, Func<int, int, int> rankOf)
    {
        LikelihoodNames = string.Join(Between, likelihoods);
        ImpactNames = string.Join(Between, impacts);
        BandNames = string.Join(Between, bands.Select(b => $"{b.Colour} {b.Name}"));
        Cells = string.Concat(likelihoods.SelectMany((_, l) => impacts.Select((_, i) => $"{rankOf(l + 1, i + 1)}")));
    }
}
