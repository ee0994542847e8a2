using System.Runtime.CompilerServices;

namespace Trellis.Returns.AnnexA;

/// <summary>The lists as tables.</summary>
internal static class Shapes
{
    /// <summary>Every list. Whoever reads a workbook asks for them, and then every code that an indicator names has its number, as it must before the first word is read.</summary>
    public static readonly TableShape[] All = AfterTheCodes();

    private static TableShape[] AfterTheCodes()
    {
        RuntimeHelpers.RunClassConstructor(typeof(IndicatorList).TypeHandle);
        return [.. Lists.All.Select(l => l.Shape)];
    }
}
