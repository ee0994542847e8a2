using System.Globalization;

namespace Trellis.Measures.Statuses;

/// <summary>
/// How a colour is found: rules in their order, of which the first that is true gives it. Written as people write them:
/// "below floor 80: red; meets target: green; within 10%: amber; otherwise: red".
/// </summary>
public sealed class StatusRules
{
    public const int Longest = 300;

    /// <summary>What a figure gets that no rule speaks of is no colour.</summary>
    private StatusRules(IReadOnlyList<StatusRule> rules) => Rules = rules;

    public IReadOnlyList<StatusRule> Rules { get; }

    /// <summary>Reads rules, or says what is wrong with them in words for who typed them.</summary>
    public static (StatusRules? Rules, string? Wrong) Read(string text)
    {
        var rules = new List<StatusRule>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':', StringSplitOptions.TrimEntries) is not [var test, var colour] || RuleOf(test.ToLowerInvariant(), colour) is not { } rule)
            {
                return (null, $"“{part}” is no rule. Write, for example, “meets target: green” or “within 10%: amber”");
            }

            if (rules.Count > 0 && rules[^1].Test == StatusTest.Otherwise)
            {
                return (null, "Nothing can follow “otherwise”, which is true of every figure");
            }

            rules.Add(rule);
        }

        return rules.Count == 0 ? (null, "Write at least one rule, for example “meets target: green”") : (new StatusRules(rules), null);
    }

    /// <summary>Rules that were read before.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    public static StatusRules Of(string text) => Read(text) is { Rules: { } rules } ? rules : throw new FormatException($"These are no rules: {text}");

    /// <summary>
    /// The first rule that is true of a figure. Null where none is, and where none could be asked of it: "otherwise" colours what was judged and found
    /// wanting, never what has no target.
    /// </summary>
    public StatusRule? For(JudgedFigure figure)
    {
        var asked = false;
        foreach (var rule in Rules)
        {
            var passes = rule.Test == StatusTest.Otherwise ? asked : figure.Passes(rule);
            if (passes == true)
            {
                return rule;
            }

            asked |= passes is not null;
        }

        return null;
    }

    public override string ToString() => string.Join("; ", Rules);

    private static StatusRule? RuleOf(string test, string colour)
    {
        if (!Enum.TryParse<Rag>(colour, ignoreCase: true, out var gives) || gives == Rag.None || !char.IsLetter(colour[0]))
        {
            return null;
        }

        return test switch
        {
            "meets target" => new(StatusTest.MeetsTarget, 0, gives),
            "better than last year" => new(StatusTest.BetterThanLastYear, 0, gives),
            "otherwise" => new(StatusTest.Otherwise, 0, gives),
            _ when test.StartsWith("below floor ", StringComparison.Ordinal) => Amount(test["below floor ".Length..]) is { } floor ? new(StatusTest.BelowFloor, floor, gives) : null,
            _ when test.StartsWith("within ", StringComparison.Ordinal) && test.EndsWith('%') => Amount(test["within ".Length..^1]) is { } percent and >= 0 ? new(StatusTest.WithinPercent, percent, gives) : null,
            _ when test.StartsWith("within ", StringComparison.Ordinal) => Amount(test["within ".Length..]) is { } points and >= 0 ? new(StatusTest.WithinPoints, points, gives) : null,
            _ => null,
        };
    }

    private static decimal? Amount(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
