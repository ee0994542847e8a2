using Trellis.Measures.Periods;

namespace Trellis.Measures.Statuses;

/// <summary>
/// How an indicator stands at a place, as it was last reckoned from the figures: derived, never typed. It is replaced whole when figures,
/// targets or rules change.
/// </summary>
public sealed class IndicatorStatus
{
    /// <summary>The number of the <see cref="Figures.Series"/>.</summary>
    public int Series { get; internal init; }

    /// <summary>A <see cref="Kernel.Places.PlaceCode"/>.</summary>
    public int Place { get; internal init; }

    /// <summary>The newest <see cref="Periods.Period"/> with a value.</summary>
    public int Period { get; internal init; }

    public decimal Value { get; internal init; }
    public decimal? Target { get; internal init; }
    public Rag Rag { get; internal init; }

    /// <summary>Against the period before.</summary>
    public Direction FromPrevious { get; internal init; }

    /// <summary>Against the same period a year ago.</summary>
    public Direction FromYearBefore { get; internal init; }

    public Variation Variation { get; internal init; }
    public Assurance Assurance { get; internal init; }

    /// <summary>Among the authority and its neighbours with a figure, 1 is the best, or the highest where neither is better.</summary>
    public int? Rank { get; internal init; }

    public int? RankOf { get; internal init; }

    /// <summary>1 is the best quarter of all authorities, or the highest where neither is better.</summary>
    public int? Quartile { get; internal init; }

    /// <summary>The rules by which the colour was found, as they were then.</summary>
    public string Rules { get; internal init; } = "";

    public DateTimeOffset ReckonedAt { get; internal init; }

    public Period Of => new(Period);

    /// <summary>The same figure judged otherwise: as one plan sees it.</summary>
    public IndicatorStatus JudgedBy(Judgement judgement, int? rank) => new()
    {
        Series = Series, Place = Place, Period = judgement.Latest.Period.Number, Value = judgement.Judged.Value, Target = judgement.Judged.Target, Rag = judgement.Rag,
        FromPrevious = judgement.FromPrevious, FromYearBefore = judgement.FromYearBefore, Variation = judgement.Process.Variation, Assurance = judgement.Process.Assurance,
        Rank = rank, RankOf = RankOf, Quartile = Quartile, Rules = Rules, ReckonedAt = ReckonedAt,
    };
}
