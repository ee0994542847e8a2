using Trellis.Kernel;

namespace Trellis.Web;

/// <summary>The areas of the service navigation in the product's order.</summary>
internal static class ServiceAreas
{
    public static readonly NavigationItem[] InOrder =
        [.. TrellisModules.All.SelectMany(m => m.Navigation).OrderBy(n => n.Position)];
}
