namespace Trellis.Bench;

/// <summary>One line a figure, ours beside its limit.</summary>
internal sealed class Report
{
    /// <summary>How many limits were missed.</summary>
    public int Missed { get; private set; }

    public static void Say(string what, string value) => Console.WriteLine($"{what,-58} {value}");

    public void Fail(string what, string why)
    {
        Missed++;
        Say(what, $"MISSED: {why}");
    }

    public void AtMost(string what, double value, double limit, string unit) =>
        Write(what, $"{value,8:N1} {unit}", $"limit {limit:N1} {unit}, {value / limit:N2} of it", value <= limit);

    public void AtLeast(string what, double value, double? limit, string unit) =>
        Write(what, $"{value,8:N2} {unit}", limit is { } least ? $"least {least:N0} %, {value / least:N2} times it" : "no limit stated", limit is null || value >= limit);

    private void Write(string what, string value, string beside, bool isMet)
    {
        Missed += isMet ? 0 : 1;
        Console.WriteLine($"{what,-58} {value}  [{beside}]{(isMet ? "" : "  MISSED")}");
    }
}
