using Trellis.Measures.Figures;

namespace Trellis.Measures.Importing;

/// <summary>What a published file says, before any of it is saved.</summary>
/// <param name="Source">Publisher, title and edition.</param>
/// <param name="Faults">What is wrong with the file; while there are any, nothing of it can be saved.</param>
public sealed record FigureReading(string Source, string? Licence, IReadOnlyList<ReadMeasure> Measures, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<FileFault> Faults)
{
    public int Count => Measures.Sum(m => m.Figures.Count);

    /// <summary>The columns of a file of a kind that Trellis does not know; null for all others. Somebody may say which of them is what.</summary>
    public IReadOnlyList<string>? UnknownColumns { get; init; }
}

/// <summary>One measure of a file.</summary>
/// <param name="Feed">Its name in the world: the kind of file and what the file calls it, such as "lait:ReReferral".</param>
/// <param name="Proposal">What an indicator for it would be, where the file tells; null where only a known indicator can take the figures.</param>
public sealed record ReadMeasure(string Feed, MeasureProposal? Proposal, List<NewFigure> Figures)
{
    /// <summary>Its names in other kinds of files: all of them feed one indicator.</summary>
    public IReadOnlyList<string> OtherFeeds { get; init; } = [];

    public IEnumerable<string> Feeds => [Feed, .. OtherFeeds];
}

/// <summary>An indicator as a published dictionary describes it.</summary>
public sealed record MeasureProposal(
    string Title, string? Definition, MeasureUnit Unit, string? UnitWords, int Decimals, Polarity Polarity, Frequency Frequency, Basis Basis, string Source)
{
    public string? Numerator { get; init; }
    public string? Denominator { get; init; }
}

/// <summary>Rows that were passed over for a reason that is no fault.</summary>
/// <param name="First">Where the first of them stands.</param>
public sealed record LeftOut(string Why, int Count, string First);

/// <summary>Something in a file that cannot be right.</summary>
/// <param name="Where">The file with the line or row in it: the first, where the same is wrong in many.</param>
/// <param name="Column">The column, where one is to blame.</param>
/// <param name="Rows">In how many rows the same is wrong.</param>
public sealed record FileFault(string Where, string? Column, string What, string WhatToDo, int Rows = 1)
{
    public override string ToString() =>
        $"{Where}{(Column is null ? "" : $", column {Column}")}: {What}{(Rows == 1 ? "" : $", and so in {Rows - 1:N0} more {(Rows == 2 ? "row" : "rows")}")}. {WhatToDo}.";
}
