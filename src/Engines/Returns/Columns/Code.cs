namespace Trellis.Returns;

/// <summary>
/// What a cell of text says, as a number: equal text within one return (both years of it) has equal numbers, so that rules compare numbers. The default is an empty cell.
/// Upper and lower case differ, as they do in the code sets.
/// </summary>
public readonly record struct Code
{
    internal Code(int id) => Id = id;

    /// <summary>Nothing stands in the cell.</summary>
    public bool IsEmpty => Id == 0;

    /// <summary>Something stands in the cell, whether it is allowed or not.</summary>
    public bool IsGiven => Id != 0;

    internal int Id { get; }

    /// <summary>A code that a rule names, the same number in every return. For constants: each text is kept for the life of the program.</summary>
    public static Code Of(string text) => new(KnownCodes.IdOf(text));

    /// <summary>Whether it is one of a set. An empty cell is in no set.</summary>
    public bool IsIn(CodeSet set) => set.Contains(this);

    /// <summary>Whether something stands in the cell that is not of the set.</summary>
    public bool IsGivenOutside(CodeSet set) => IsGiven && !set.Contains(this);
}
