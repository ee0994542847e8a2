using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Measures;
using Trellis.People;
using Trellis.Plans;
using Trellis.Publishing;
using Trellis.Risks;
using Trellis.StatutoryReturns;

namespace Trellis.Web;

/// <summary>The one list of modules, for pages, terminal, migrations and tests alike.</summary>
public static class TrellisModules
{
    public static readonly IReadOnlyList<IModule> All = [new GovernanceModule(), new MeasuresModule(), new RisksModule(), new PlansModule(), new PublishingModule(), new StatutoryReturnsModule(), new PeopleModule()];
}
