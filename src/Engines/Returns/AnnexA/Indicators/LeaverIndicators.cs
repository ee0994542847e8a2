namespace Trellis.Returns.AnnexA;

/// <summary>Care leavers by their age on the day of the lists. Who died or went back to parents for good is left out, as in the statistics; who refused contact or of whom nothing is known is not.</summary>
internal static class LeaverIndicators
{
    private const string Judged = """
        CareLeavers Child_Unique_ID Date_of_Birth In_Touch     Suitability Activity
                    1               OLDEST        in-touch     yes         f4    !
                    2               YOUNGEST      in-touch     yes         p1    !
                    3               OLDER         in-touch     yes         f4
                    4               YOUNGER       in-touch     yes         f4
                    5               OLDEST        not-in-touch -           -     .
                    6               OLDEST        left-out     yes         f4
                    7               -             in-touch     yes         f4
        """;

    private static readonly Code Touch = Code.Of("in-touch");
    private static readonly Code Suits = Code.Of("yes");
    private static readonly Code LeftOut = Code.Of("left-out");
    private static readonly CodeSet Active = CodeSet.Of("f1 p1 f2 p2 f4 p4 f5 p5");

    public static readonly IReadOnlyList<Indicator<Child>> All = [.. Of(17, 18), .. Of(19, 21), .. Of(22, 25)];

    private static IEnumerable<Indicator<Child>> Of(int from, int to)
    {
        var (ages, who) = ($"{from}-{to}", $"Care leavers aged {from} to {to}");
        yield return Of($"annex-a.care-leavers.in-touch.{ages}", $"{who} with whom the authority is in touch", "In_Touch", x => x.InTouch == Touch, from, to, """

                    8               OLDEST        not-recorded yes         f4    .
            """);
        yield return Of($"annex-a.care-leavers.active.{ages}", $"{who} in education, employment or training", "Activity", x => x.Activity.IsIn(Active), from, to, """

                    8               OLDEST        in-touch     yes         g4    .
                    9               OLDEST        not-recorded yes         p5    !
            """);
        yield return Of($"annex-a.care-leavers.suitable-home.{ages}", $"{who} in suitable accommodation", "Suitability", x => x.Suitability == Suits, from, to, """

                    8               OLDEST        in-touch     no          f4    .
                    9               OLDEST        in-touch     left-out    f4
            """);
    }

    private static Indicator<Child> Of(string code, string title, string column, Func<CareLeaver, bool> counts, int from, int to, string more) => new(code, title, IndicatorList.Guidance)
    {
        Tables = $"CareLeavers.Date_of_Birth CareLeavers.In_Touch CareLeavers.{column}",
        Unit = Unit.Percentage,
        Count = (c, tally) =>
        {
            if (c.CareLeavers.First is { } x && x.Birth.AgeOn(c.AsAt) is { } age && age >= from && age <= to && x.InTouch != LeftOut && (column != "Suitability" || x.Suitability != LeftOut))
            {
                tally.Add(x, counts(x));
            }
        },
        Cases = (Judged + more)
            .Replace("YOUNGEST", $"31/03/{2026 - from}", StringComparison.Ordinal)
            .Replace("YOUNGER", $"01/04/{2026 - from}", StringComparison.Ordinal)
            .Replace("OLDEST", $"01/04/{2025 - to}", StringComparison.Ordinal)
            .Replace("OLDER", $"31/03/{2025 - to}", StringComparison.Ordinal),
    };
}
