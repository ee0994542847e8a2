namespace Trellis.Returns.Ssda903;

/// <summary>Codes of the return by what they mean, where rules name them.</summary>
internal static class Codes
{
    /// <summary>Short breaks under an agreement, which are no time in care: V3 several, V4 a series.</summary>
    public static readonly CodeSet ShortBreaks = CodeSet.Of("V3 V4");

    /// <summary>The child died (reason episode ceased).</summary>
    public static readonly Code Died = Code.Of("E2");

    /// <summary>The child began to be looked after (reason for new episode).</summary>
    public static readonly Code Started = Code.Of("S");

    /// <summary>The episode ended and the next began the same day (reason episode ceased).</summary>
    public static readonly Code NextEpisode = Code.Of("X1");

    /// <summary>Yes, as 1; also as a sheet writes it that takes the column for numbers.</summary>
    public static readonly CodeSet Yes = CodeSet.Of("1 1.0");

    /// <summary>No, as 0; also as a sheet writes it that takes the column for numbers.</summary>
    public static readonly CodeSet No = CodeSet.Of("0 0.0");

    /// <summary>The only two answers to most questions.</summary>
    public static readonly CodeSet ZeroOrOne = CodeSet.Of("0 1");

    /// <summary>The child was adopted: E11 unopposed, E12 with consent dispensed with (reason episode ceased).</summary>
    public static readonly CodeSet Adopted = CodeSet.Of("E11 E12");

    /// <summary>Placed for adoption, with a current foster carer or not, with consent or with a placement order (placement).</summary>
    public static readonly CodeSet PlacedForAdoption = CodeSet.Of("A3 A4 A5 A6");

    /// <summary>A placement order (legal status).</summary>
    public static readonly Code PlacementOrder = Code.Of("E1");

    /// <summary>Two adopters: two men, two women, a man and a woman.</summary>
    public static readonly CodeSet Couples = CodeSet.Of("MM FF MF");

    /// <summary>The care of the child went to another authority (reason episode ceased).</summary>
    public static readonly Code Transferred = Code.Of("E3");

    /// <summary>No pupil number is known, for one of five reasons.</summary>
    public static readonly CodeSet UnknownUpn = CodeSet.Of("UN1 UN2 UN3 UN4 UN5");

    /// <summary>Temporary placements: while the usual carer is away, in hospital, between placements.</summary>
    public static readonly CodeSet Temporary = CodeSet.Of("T0 T1 T2 T3 T4");

    /// <summary>Foster placements.</summary>
    public static readonly CodeSet Foster = CodeSet.Of("U1 U2 U3 U4 U5 U6");

    /// <summary>Placed with parents or others with parental responsibility.</summary>
    public static readonly Code WithParents = Code.Of("P1");

    /// <summary>Unregistered placements as they are told apart since 2026.</summary>
    public static readonly CodeSet Unregistered = CodeSet.Of("Z11 Z12 Z13 Z14");

    /// <summary>The child went on being looked after (reason for new episode): all but the start.</summary>
    public static readonly CodeSet Continued = CodeSet.Of("L P T U B");

    /// <summary>The placement changed, whether the carer or the legal status did too or not (reason for new episode).</summary>
    public static readonly CodeSet PlacementChanged = CodeSet.Of("P T U B");

    /// <summary>Stands for a reference number that there is none of.</summary>
    public static readonly Code NoUrn = Code.Of("XXXXXXX");

    /// <summary>Where a placement is outside England (authority of placement).</summary>
    public static readonly CodeSet OutsideEngland = CodeSet.Of("SCO WAL NIR NUK");

    /// <summary>The carer stayed: only the legal status changed, or the placement with the same carer (reason for new episode).</summary>
    public static readonly CodeSet SameCarer = CodeSet.Of("L T U");
}
