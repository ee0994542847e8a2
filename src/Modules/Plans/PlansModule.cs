using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Plans;

public sealed class PlansModule : IModule
{
    public string Name => "Plans";

    public void Map(ModelBuilder model) => PlanMapping.Map(model);
}
