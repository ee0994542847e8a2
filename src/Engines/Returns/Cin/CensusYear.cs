namespace Trellis.Returns.Cin;

/// <summary>The twelve months that a census covers: to its reference date, the 31 March of its header, or where the header has none to the end of the collection year.</summary>
/// <param name="End">The reference date.</param>
public readonly record struct CensusYear(Day End)
{
    /// <summary>The first day: the day after the reference date a year before.</summary>
    public Day Start { get; } = End.PlusYears(-1).Plus(1);

    /// <summary>Whether a day lies within the year.</summary>
    public bool Holds(Day day) => day.IsWithin(Start, End);

    /// <summary>Whether it is a day outside the year.</summary>
    public bool IsOutside(Day day) => day < Start || day > End;

    internal static CensusYear Of(ReturnData data)
    {
        var header = data.Now[Shapes.Header.Number];
        var reference = header is { Rows: > 0 } ? Header.Of(new Row(header, 0)).ReferenceDate : default;
        return new CensusYear(reference.IsDay ? reference : data.Year.End);
    }
}
