namespace Trellis.Governance.Meetings;

/// <summary>
/// The seven kinds of information that a council may keep from the public: Part 1 of Schedule 12A to the Local Government Act
/// 1972, shortened into plain words.
/// </summary>
public static class Schedule12A
{
    public const int Paragraphs = 7;

    private static readonly string[] Titles =
    [
        "about a particular person",
        "likely to reveal who a person is",
        "about somebody's money or business, the council's included",
        "about talks with staff or trade unions",
        "legal advice that could be kept from a court",
        "about a notice, order or direction that the council means to make",
        "about preventing, investigating or prosecuting crime",
    ];

    public static bool Has(int? paragraph) => paragraph is >= 1 and <= Paragraphs;

    /// <exception cref="IndexOutOfRangeException">There is no such paragraph.</exception>
    public static string Title(int paragraph) => Titles[paragraph - 1];

    /// <summary>"paragraph 3 of Schedule 12A (about somebody's money or business, the council's included)".</summary>
    public static string Say(int paragraph) => $"paragraph {paragraph} of Schedule 12A ({Title(paragraph)})";
}
