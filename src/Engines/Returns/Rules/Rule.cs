namespace Trellis.Returns;

/// <summary>A rule of a return: what the official list calls it, what it says to whoever must mend it, and how it is found broken.</summary>
/// <typeparam name="TChild">A child's rows of that return.</typeparam>
public sealed class Rule<TChild>
    where TChild : ChildRows
{
    /// <summary>A rule by its code, the tables without which it cannot be asked (those of last year end in <c>_last</c>) and the fields that it marks, each parted by spaces.</summary>
    public Rule(string code, string tables, string fields)
    {
        Code = code;
        Tables = tables.Split(' ');
        Fields = [.. fields.Split(' ').Distinct()];
    }

    /// <summary>As in the official list.</summary>
    public string Code { get; }

    /// <summary>The tables and lists without which it is not run. Where one can stand for another they are parted by a stroke: <c>UASC|Header</c>. A column that not every return brings is named after its table: <c>Episodes.PL_LA</c>; <c>Authority</c> is the code of whose return it is.</summary>
    public IReadOnlyList<string> Tables { get; }

    /// <summary>The fields to look at when it fails.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>What is wrong and what to do, in our own words.</summary>
    public required string Message { get; init; }

    /// <summary>How grave it is.</summary>
    public Severity Severity { get; init; }

    /// <summary>The first collection year in which it holds in this form.</summary>
    public int From { get; init; } = 2023;

    /// <summary>The last collection year in which it holds in this form; nothing while it holds.</summary>
    public int? Until { get; init; }

    /// <summary>Finds it broken by rows that each break it by themselves, whoever's they are.</summary>
    public Action<AllRows<TChild>>? CheckRows { get; init; }

    /// <summary>Finds it broken within one child.</summary>
    public Action<TChild>? Check { get; init; }

    /// <summary>Finds it broken across children: asked once, of the whole return.</summary>
    public Action<WholeReturn>? CheckWhole { get; init; }

    /// <summary>
    /// Small returns with what fails in them, one after the other with an empty line between. A table is its name and its columns, then its rows: <c>-</c> is an empty cell, <c>_</c> a space within one,
    /// <c>!</c> at the end marks a row that must fail. <c>year 2024</c> on a line of its own sets the collection year, <c>authority E06000009</c> whose return it is; <c>fails the return</c> says that no
    /// row but the whole fails.
    /// </summary>
    public required string Cases { get; init; }

    /// <summary>The rules of all subjects in the order of their codes, each one's forms by year.</summary>
    internal static IReadOnlyList<Rule<TChild>> InOrder(ReadOnlySpan<IReadOnlyList<Rule<TChild>>> subjects)
    {
        var all = new List<Rule<TChild>>();
        foreach (var subject in subjects)
        {
            all.AddRange(subject);
        }

        all.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code) is not 0 and var order ? order : a.From.CompareTo(b.From));
        return all;
    }

    /// <summary>Whether it holds in a collection year.</summary>
    public bool HoldsIn(int year) => year >= From && (Until is null || year <= Until);
}
