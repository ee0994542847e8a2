using Microsoft.AspNetCore.Http;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Scorecards;

/// <summary>Which indicators a scorecard shows, and in which order: what stands behind "?" in its address.</summary>
public sealed record ScoreFilter
{
    public string? Text { get; init; }
    public ScoreShow Show { get; init; }
    public Guid? OfficerId { get; init; }

    /// <summary>A board that reviews them.</summary>
    public Guid? ForumId { get; init; }

    public Rag? Rag { get; init; }
    public ScoreSort Sort { get; init; }

    public bool IsNarrow => this with { Sort = default } != new ScoreFilter();

    /// <summary>What cannot be understood is left out: an old link shows more, not an error.</summary>
    public static ScoreFilter Of(IQueryCollection query)
    {
        return new ScoreFilter
        {
            Text = Said("q"), Show = Word<ScoreShow>("show") ?? default, OfficerId = Guid.TryParse(Said("officer"), out var officer) ? officer : null,
            ForumId = Guid.TryParse(Said("board"), out var forum) ? forum : null, Rag = Word<Rag>("status"), Sort = Word<ScoreSort>("sort") ?? default,
        };

        string? Said(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

        T? Word<T>(string name)
            where T : struct, Enum => Enum.TryParse<T>(Said(name), ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : null;
    }

    public override string ToString()
    {
        var parts = new[]
        {
            ("q", Text), ("show", Show == default ? null : $"{Show}"), ("officer", OfficerId?.ToString()), ("board", ForumId?.ToString()), ("status", Rag?.ToString()),
            ("sort", Sort == default ? null : $"{Sort}"),
        }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}

public enum ScoreShow
{
    /// <summary>What the council is judged by and what tells of the place.</summary>
    Ours,

    /// <summary>All that is published, used by a plan or not.</summary>
    Everything,
}

public enum ScoreSort
{
    /// <summary>What needs attention first.</summary>
    Attention,

    Title,
    Period,
}
