using System.Text;

namespace Trellis.GovUk;

/// <summary>Lines through the values of a time chart, as path data in a box of 100 across by pixels down. A missing value breaks the line.</summary>
internal sealed class TimePath(TimeScale scale)
{
    /// <summary>From point to point.</summary>
    /// <param name="marked">
    /// The points have marks of their own. Without, a value alone between two gaps is a short dash: a line without length is not seen.
    /// </param>
    public string Joined(IReadOnlyList<decimal?> values, bool marked)
    {
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
                continue;
            var y = SvgNumber.Of(scale.Y(value));
            var follows = i > 0 && values[i - 1] is not null;
            if (follows || (i + 1 < values.Count && values[i + 1] is not null))
                path.Append(follows ? 'L' : 'M').Append(SvgNumber.Of(scale.X(i))).Append(' ').Append(y);
            else if (!marked)
                path.Append('M').Append(SvgNumber.Of(scale.X(i) - 1)).Append(' ').Append(y).Append("h2");
        }
        return path.ToString();
    }

    /// <summary>Level for the width of each point, with an upright step where the value changes.</summary>
    /// <param name="breaks">Points before which the line is broken instead.</param>
    public string Stepped(IReadOnlyList<decimal?> values, Func<int, bool> breaks)
    {
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
                continue;
            var y = SvgNumber.Of(scale.Y(value));
            if (i > 0 && values[i - 1] is { } before && !breaks(i))
            {
                if (before != value)
                    path.Append('V').Append(y);
            }
            else
            {
                path.Append('M').Append(SvgNumber.Of(scale.Edge(i))).Append(' ').Append(y);
            }
            if (i + 1 == values.Count || values[i + 1] != value || breaks(i + 1))
                path.Append('H').Append(SvgNumber.Of(scale.Edge(i + 1)));
        }
        return path.ToString();
    }
}
