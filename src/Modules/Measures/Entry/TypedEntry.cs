using Trellis.Kernel;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing;

namespace Trellis.Measures.Entry;

/// <summary>What somebody typed of one figure, as it was typed.</summary>
public sealed class EntryForm
{
    public string? Value { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public string? Commentary { get; set; }
    public string? Explanation { get; set; }
    public string? CorrectionWhy { get; set; }

    /// <summary>From which saved state the form was made.</summary>
    public string? Stamp { get; set; }

    public bool IsEmpty => new[] { Value, Numerator, Denominator, Commentary, Explanation, CorrectionWhy }.All(string.IsNullOrWhiteSpace);
}

/// <summary>A line of the grid with what was typed in it.</summary>
public sealed record TypedEntry(EntryLine Line, EntryForm Form)
{
    /// <summary>The figure that was typed, with its rate worked out; errors name the fields of the line.</summary>
    public Result<FigureValue> Read()
    {
        var errors = new List<FieldError>();
        var unit = Line.Indicator.Unit;
        if (IsMark(Form.Value))
        {
            if (string.IsNullOrWhiteSpace(Form.Commentary))
            {
                return Wrong("Commentary", "Say why there is no figure");
            }

            return FigureValue.Missing(Shorthand.NotAvailable);
        }

        var (value, numerator, denominator) = (Number("Value", Form.Value), Number("Numerator", Form.Numerator), Number("Denominator", Form.Denominator));
        denominator ??= numerator is null ? null : Line.Population?.People;
        if (errors.Count > 0)
        {
            return errors;
        }

        if (numerator is not null && denominator is null && unit.IsRate())
        {
            return Wrong("Denominator", "Enter of how many, too");
        }

        if (numerator is null && denominator is not null)
        {
            return Wrong("Numerator", "Enter how many were counted, too");
        }

        if (denominator == 0 && numerator == 0)
        {
            return new FigureValue(null, 0, 0, FigureStatus.Final, Shorthand.NotApplicable);
        }

        if (denominator <= 0)
        {
            return Wrong("Denominator", "Enter a number above 0");
        }

        if (numerator is null || denominator is null)
        {
            return value is { } alone ? FigureValue.Of(alone) : Wrong("Value", $"Enter the figure, or {NoFigure} where there is none");
        }

        var rate = numerator.Value / denominator.Value * unit.Per();
        var places = Line.Indicator.Decimals;
        if (value is { } said && Math.Round(said, places, MidpointRounding.AwayFromZero) != Math.Round(rate, places, MidpointRounding.AwayFromZero))
        {
            return Wrong("Value", $"{ShownNumber.Of(numerator.Value, 0)} of {ShownNumber.Of(denominator.Value, 0)} is {unit.Say(rate, places)}, not {unit.Say(said, places)}. Correct one of them, or leave the figure empty");
        }

        return new FigureValue(rate, numerator, denominator, FigureStatus.Final, Shorthand.None);

        FieldError Wrong(string field, string message) => new($"{Line.Key}.{field}", message);

        decimal? Number(string field, string? text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            var number = PublishedNumber.Number(text.Trim().TrimStart('£').TrimEnd('%', ' '));
            if (number is null)
            {
                errors.Add(Wrong(field, $"“{text.Trim()}” is no number. Enter digits, such as 1,204 or 31.5"));
            }

            return number;
        }
    }

    /// <summary>What is typed where there is no figure.</summary>
    public const string NoFigure = "[x]";

    private static bool IsMark(string? text) => text?.Trim() is "[x]" or "x" or "X";
}
