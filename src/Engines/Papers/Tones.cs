namespace Trellis.Papers;

/// <summary>The colours of the tones: the GOV.UK palette, each at least 3 to 1 on white as graphics need.</summary>
internal static class Tones
{
    /// <summary>Six hex digits without "#".</summary>
    public static string Ink(PaperTone tone) => tone switch
    {
        PaperTone.Good => "0F7A52",
        PaperTone.Watch => "C65F00",
        PaperTone.Bad => "CA3535",
        PaperTone.Muted => "6F777B",
        _ => "1D4F5F",
    };
}
