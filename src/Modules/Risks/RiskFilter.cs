using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Trellis.Risks;

/// <summary>Which risks of the register are asked for, and in which order: what stands behind "?" in the list's address.</summary>
public sealed record RiskFilter
{
    public string? Level { get; init; }
    public Guid? OwnerId { get; init; }
    public RiskScope? Scope { get; init; }
    public Treatment? Treatment { get; init; }
    public RiskShow Show { get; init; }

    /// <summary>The scores that the heat map shows.</summary>
    public ScoreKind Kind { get; init; }

    /// <summary>A cell of the heat map, of the scores that <see cref="Kind"/> names.</summary>
    public Score? Cell { get; init; }
    public RiskSort Sort { get; init; }
    public bool Descending { get; init; }

    /// <summary>Whether fewer than all risks are asked for.</summary>
    public bool IsNarrow => this with { Sort = default, Descending = false, Kind = default } != new RiskFilter();

    /// <summary>What cannot be understood is left out: an old link shows more, not an error.</summary>
    public static RiskFilter Of(IQueryCollection query)
    {
        var sort = Text("sort") ?? "";
        return new RiskFilter
        {
            Level = Text("level"), OwnerId = Guid.TryParse(Text("owner"), out var owner) ? owner : null, Scope = Word<RiskScope>(Text("scope")),
            Treatment = Word<Treatment>(Text("treatment")), Show = Word<RiskShow>(Text("only")) ?? default, Kind = Word<ScoreKind>(Text("scores")) ?? default,
            Cell = Score.Of(Number("likelihood"), Number("impact")), Sort = Word<RiskSort>(sort.TrimStart('-')) ?? default, Descending = sort.StartsWith('-'),
        };

        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

        int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public override string ToString()
    {
        var parts = new List<string>();
        Add("level", Level);
        Add("owner", OwnerId?.ToString());
        Add("scope", Scope?.ToString());
        Add("treatment", Treatment?.ToString());
        Add("only", Show == default ? null : Show.ToString());
        Add("scores", Kind == default ? null : Kind.ToString());
        Add("likelihood", Cell is { } l ? $"{l.Likelihood}" : null);
        Add("impact", Cell is { } i ? $"{i.Impact}" : null);
        Add("sort", Sort == default && !Descending ? null : (Descending ? "-" : "") + Sort);
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    private static T? Word<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : null;
}

/// <summary>Lists that somebody looks after.</summary>
public enum RiskShow
{
    All,
    Overdue,
    AboveAppetite,
    Unscored,
}

public enum RiskSort
{
    Title,
    Score,
    Review,
}
