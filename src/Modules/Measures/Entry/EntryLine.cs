using Trellis.Governance.Cycles;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Quality;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Entry;

/// <summary>One figure that somebody is asked for, with what is known of it.</summary>
/// <param name="Before">The figures of the periods before, in the order of time.</param>
/// <param name="Standing">The figure that stands already.</param>
/// <param name="Entry">What was said of it last.</param>
/// <param name="Population">What a rate is made with, where that is an indicator itself.</param>
/// <param name="Cycle">The reporting cycle to which it belongs; null before there is one.</param>
public sealed record EntryLine(
    Indicator Indicator, Period Period, MeasureNature Nature, IReadOnlyList<Figure> Before, Figure? Standing, FigureEntry? Entry, PopulationFigure? Population, ReportingCycle? Cycle)
{
    /// <summary>The line's name in forms and errors.</summary>
    public string Key => $"Line[{Indicator.Id:N}-{Period.Number}]";

    /// <summary>The saved state of the entry: a form says from which one it was made.</summary>
    public string Stamp => Entry is null ? "0" : $"{Entry.Round}.{Entry.Version}";

    /// <summary>It stands and its reporting cycle is locked: it is said otherwise with a reason only.</summary>
    public bool IsLocked => Standing is not null && Cycle is { State: CycleState.Locked };

    public bool IsOwed => Entry is { State: EntryState.Returned } || (Standing is null && Entry is null or { State: EntryState.Kept });

    public bool IsWaiting => Entry is { State: EntryState.Sent };

    public bool IsLateOn(DateOnly today) => Cycle is { } cycle && today > cycle.InTimeUntil;

    /// <summary>The newest figure before.</summary>
    public Figure? Last => Before.Count == 0 ? null : Before[^1];

    public List<FigureDoubt> DoubtsOf(FigureValue said) => FigureDoubts.Of(Nature, Indicator.Decimals, Before, Period, said);

    /// <summary>What stands in the fields.</summary>
    public EntryForm Form => Entry is not { State: not EntryState.SignedOff } entry ? new EntryForm { Stamp = Stamp } : new EntryForm
    {
        Stamp = Stamp, Value = entry.Shorthand == Shorthand.NotAvailable ? TypedEntry.NoFigure : entry.Numerator is null ? $"{entry.Value:0.######}" : null,
        Numerator = $"{entry.Numerator:0.######}", Denominator = Population is null ? $"{entry.Denominator:0.######}" : null,
        Commentary = entry.Commentary, Explanation = entry.Explanation, CorrectionWhy = entry.CorrectionWhy,
    };
}
