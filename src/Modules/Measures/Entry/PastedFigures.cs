using System.Text;
using Trellis.Kernel;
using Trellis.Measures.Periods;
using Trellis.Tables;

namespace Trellis.Measures.Entry;

/// <summary>
/// Figures copied out of a spreadsheet: a line of headings, then a line for each figure. Headings may stand in any order; without any,
/// the columns are indicator, period, figure.
/// </summary>
public static class PastedFigures
{
    private static readonly (string Column, string[] Names)[] Headings =
    [
        ("Indicator", ["indicator", "measure", "title", "name"]), ("Period", ["period", "month", "quarter", "date", "year"]), ("Value", ["figure", "value", "result", "actual"]),
        ("Numerator", ["counted", "numerator", "number", "count"]), ("Denominator", ["out of", "denominator", "of", "total", "cohort"]), ("Commentary", ["commentary", "comment", "comments", "note", "notes"]),
    ];

    /// <summary>Sets what was pasted into the forms of the lines that it belongs to.</summary>
    /// <returns>The lines that got something; what cannot be placed is told by its line.</returns>
    public static async Task<Result<List<TypedEntry>>> ReadAsync(string pasted, IReadOnlyList<EntryLine> lines, CancellationToken ct)
    {
        var first = pasted.TrimStart().Split('\n', 2)[0];
        var hasHeadings = first.Split('\t', ',').Any(cell => ColumnOf(cell) == "Indicator");
        var text = hasHeadings ? pasted.TrimStart() : $"Indicator\tPeriod\tFigure{new string('\t', Math.Max(0, first.Count(c => c == '\t') - 2))}\n{pasted.TrimStart()}";
        var read = await ColumnTableReader.ReadAsync(Encoding.UTF8.GetBytes(text), "What you pasted", null, ct);
        if (read.Failure is { } failure)
        {
            return new FieldError("Pasted", $"{failure.Where}: {failure.What.TrimEnd('.')}. {failure.WhatToDo}");
        }

        var table = read.Table!;
        var columns = Enumerable.Range(0, table.Columns.Count).Select(i => (Name: ColumnOf(table.Columns[i]), Index: i)).Where(c => c.Name is not null)
            .GroupBy(c => c.Name!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Index, StringComparer.Ordinal);
        if (!columns.ContainsKey("Value") && !columns.ContainsKey("Numerator"))
        {
            return new FieldError("Pasted", "There is no column “Figure”, and none “Counted”. Copy the headings with the figures: Indicator, Period, Figure, Counted, Out of, Commentary");
        }

        var errors = new List<FieldError>();
        var typed = new List<TypedEntry>();
        for (var row = 0; row < table.Count; row++)
        {
            var where = hasHeadings ? row + 2 : row + 1;
            var form = new EntryForm { Value = Cell("Value"), Numerator = Cell("Numerator"), Denominator = Cell("Denominator"), Commentary = Cell("Commentary") };
            if (form.IsEmpty)
            {
                continue;
            }

            var found = LineOf(Cell("Indicator") ?? "", Cell("Period"), lines);
            if (!found.IsDone)
            {
                errors.Add(new FieldError("Pasted", $"Line {where}: {found.Errors[0].Message}"));
            }
            else if (typed.Exists(t => t.Line.Key == found.Value.Key))
            {
                errors.Add(new FieldError("Pasted", $"Line {where}: {found.Value.Indicator.Title}, {found.Value.Period.Words} stands there twice. Leave one of them out"));
            }
            else
            {
                form.Stamp = found.Value.Stamp;
                typed.Add(new TypedEntry(found.Value, form));
            }

            string? Cell(string name) => columns.TryGetValue(name, out var at) && table.Cell(row, at) is { Length: > 0 } cell ? cell : null;
        }

        return errors.Count > 0 ? errors : typed.Count > 0 ? typed : new FieldError("Pasted", "No figure was found in it. Copy the rows with their headings");
    }

    private static Result<EntryLine> LineOf(string title, string? period, IReadOnlyList<EntryLine> lines)
    {
        var of = lines.Where(l => SortKey.Of(l.Indicator.Title) == SortKey.Of(title)).ToList();
        if (of.Count == 0)
        {
            return new FieldError("", $"“{title}” is none of the indicators on this page");
        }

        if (period is null)
        {
            return of.FindLast(l => l.IsOwed) ?? of[^1];
        }

        var indicator = of[0].Indicator;
        if (TypedPeriod.Read(period, indicator.Frequency, indicator.Basis) is not { } read)
        {
            return new FieldError("", $"“{period}” is no period. Write, for example, {TypedPeriod.Example(indicator.Frequency, indicator.Basis)}");
        }

        return of.Find(l => l.Period == read) is { } line ? line : new FieldError("", $"{title} is not asked for {read.Words}");
    }

    private static string? ColumnOf(string heading) =>
        Headings.FirstOrDefault(h => h.Names.Contains(heading.Trim().Trim('"').ToLowerInvariant(), StringComparer.Ordinal)).Column;
}
