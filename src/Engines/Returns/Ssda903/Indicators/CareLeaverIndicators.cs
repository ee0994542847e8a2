namespace Trellis.Returns.Ssda903;

/// <summary>
/// Care leavers by the age that they reached in the year (OC3). Who died, or went back to parents for good, is left out as in the statistics; who refused contact or of whom nothing is known is not.
/// The statistics show 17 to 18 and 19 to 21 years; those of 22 to 25 are counted the same way where the return holds them.
/// </summary>
internal static class CareLeaverIndicators
{
    /// <summary>Three care leavers whose answer counts, does not and is not known, two of the ages beside, and two who are left out.</summary>
    private const string Judged = """
        OC3 DOB         IN_TOUCH ACTIV ACCOM
            OLDEST      YES      F4    U1     !
            YOUNGEST    YES      P1    T1     !
            OLDER       YES      F4    U1
            YOUNGER     YES      F4    U1
            OLDEST      NO       0     0      .
            OLDEST      DIED     F4    U1
            OLDEST      RHOM     F4    U1
            -           YES      F4    U1
        """;

    private static readonly Code Touch = Code.Of("YES");
    private static readonly CodeSet LeftOut = CodeSet.Of("DIED RHOM");

    /// <summary>Education, training or employment, full time and part time.</summary>
    private static readonly CodeSet Active = CodeSet.Of("F1 P1 F2 P2 F4 P4 F5 P5");

    /// <summary>The second letter says that the authority thinks it suitable.</summary>
    private static readonly CodeSet Suitable = CodeSet.Of("B1 C1 D1 E1 G1 H1 K1 R1 T1 U1 V1 W1 Y1 Z1");

    public static readonly IReadOnlyList<Indicator<Child>> All = [.. Of(17, 18), .. Of(19, 21), .. Of(22, 25)];

    private static IEnumerable<Indicator<Child>> Of(int from, int to)
    {
        var (ages, who) = ($"{from}-{to}", $"Care leavers aged {from} to {to}");
        yield return Of($"care-leavers.in-touch.{ages}", $"{who} with whom the authority is in touch", "IN_TOUCH", o => o.InTouch == Touch, from, to, """

                OLDEST      REFU     F4    U1     .
                OLDEST      NREQ     F4    U1     .
                OLDEST      -        F4    U1     .
            """);
        yield return Of($"care-leavers.active.{ages}", $"{who} in education, employment or training", "ACTIV", o => o.Activ.IsIn(Active), from, to, """

                OLDEST      YES      G4    U1     .
                OLDEST      REFU     P5    U1     !
                OLDEST      YES      -     U1     .
            """);
        yield return Of($"care-leavers.suitable-home.{ages}", $"{who} in suitable accommodation", "ACCOM", o => o.Accom.IsIn(Suitable), from, to, """

                OLDEST      YES      F4    U2     .
                OLDEST      YES      F4    S2     .
                OLDEST      NO       0     Z1     !
            """);
    }

    private static Indicator<Child> Of(string code, string title, string column, Func<Oc3, bool> counts, int from, int to, string more) => new(code, title, IndicatorList.LookedAfter)
    {
        Tables = $"OC3.DOB OC3.IN_TOUCH OC3.{column}",
        Unit = Unit.Percentage,
        Count = (c, tally) =>
        {
            if (c.Oc3.First is { } o && o.Dob.AgeOn(c.Year.End) is { } age && age >= from && age <= to && !o.InTouch.IsIn(LeftOut))
            {
                tally.Add(o, counts(o));
            }
        },
        Cases = (Judged + more)
            .Replace("YOUNGEST", $"31/03/{2026 - from}", StringComparison.Ordinal)
            .Replace("YOUNGER", $"01/04/{2026 - from}", StringComparison.Ordinal)
            .Replace("OLDEST", $"01/04/{2025 - to}", StringComparison.Ordinal)
            .Replace("OLDER", $"31/03/{2025 - to}", StringComparison.Ordinal),
    };
}
