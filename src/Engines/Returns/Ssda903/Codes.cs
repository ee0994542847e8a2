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
}
