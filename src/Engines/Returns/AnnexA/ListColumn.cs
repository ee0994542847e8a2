namespace Trellis.Returns.AnnexA;

/// <summary>What a column of a list must hold.</summary>
internal enum Holds
{
    Text,
    Date,

    /// <summary>A whole number from 0.</summary>
    Number,

    /// <summary>Whole years; -1 is a child not born yet.</summary>
    Age,

    Postcode,

    /// <summary>An answer of a list of codes.</summary>
    Answer,
}

/// <summary>A column of a list.</summary>
/// <param name="Name">Ofsted's heading, or the part of it that tells it apart, with underscores for spaces.</param>
/// <param name="Holds">What it must hold.</param>
internal sealed record ListColumn(string Name, Holds Holds)
{
    /// <summary>Whether every row must have it.</summary>
    public bool IsRequired { get; init; } = true;

    public CodeList? Codes { get; init; }

    /// <summary>Headings that it is known by; the first is Ofsted's.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [Name.Replace('_', ' ')];

    public static ListColumn Text(string name, params string[] headings) => Of(name, Holds.Text, headings);

    public static ListColumn Date(string name, params string[] headings) => Of(name, Holds.Date, headings);

    public static ListColumn Number(string name, params string[] headings) => Of(name, Holds.Number, headings);

    public static ListColumn Answer(string name, CodeList codes, params string[] headings) => Of(name, Holds.Answer, headings) with { Codes = codes };

    public ListColumn Optional() => this with { IsRequired = false };

    private static ListColumn Of(string name, Holds holds, string[] headings) =>
        new(name, holds) { Headings = headings.Length == 0 ? [name.Replace('_', ' ')] : headings };
}

/// <summary>A list of Annex A: its number, its columns and, by version, which rows belong to it.</summary>
internal sealed record ListForm(int Number, string Name, string OrderedBy, ListColumn[] Columns)
{
    public TableShape Shape { get; } = new(Number - 1, Name, string.Join(' ', Columns.Select(c => c.Holds == Holds.Date ? c.Name + ":date" : c.Name)), OrderedBy) { IsList = Name == "Adopters" };
}
