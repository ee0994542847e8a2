namespace Trellis.Measures.Importing;

public static class FigureLicence
{
    /// <summary>What must stand wherever figures of the government's are shown.</summary>
    public const string Ogl = "Contains public sector information licensed under the Open Government Licence v3.0.";
}
