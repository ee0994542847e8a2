namespace Trellis.Returns.Cin;

/// <summary>Codes of the census by what they mean, where rules name them.</summary>
internal static class Codes
{
    /// <summary>A flag that is set.</summary>
    public static readonly CodeSet Yes = CodeSet.Of("1 true");

    /// <summary>A flag, set or not.</summary>
    public static readonly CodeSet YesOrNo = CodeSet.Of("0 1 true false");

    /// <summary>Disabilities, and that there is none.</summary>
    public static readonly CodeSet Disabilities = CodeSet.Of("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA");

    /// <summary>The child has no disability.</summary>
    public static readonly Code NoDisability = Code.Of("NONE");

    /// <summary>Closed after assessment: no further action (RC8), or early help (RC9).</summary>
    public static readonly CodeSet ClosedAfterAssessment = CodeSet.Of("RC8 RC9");

    /// <summary>Categories of abuse under which a child is on a plan.</summary>
    public static readonly CodeSet Abuse = CodeSet.Of("NEG PHY SAB EMO MUL");

    /// <summary>What an assessment may find.</summary>
    public static readonly CodeSet Factors = CodeSet.Of(
        "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A");

    /// <summary>An assessment found no factor.</summary>
    public static readonly CodeSet NoFactor = CodeSet.Of("21");
}
