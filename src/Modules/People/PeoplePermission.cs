using Trellis.Kernel.Access;

namespace Trellis.People;

public static class PeoplePermission
{
    /// <summary>Search, and learn that a record exists. What stands in one is opened by involvement, not by role.</summary>
    public const string Find = "people.find";

    /// <summary>Bring extracts in, say who works for which agency and with whom, seal, and agree to what somebody else proposed.</summary>
    public const string Manage = "people.manage";

    public static readonly Permission[] All = [new(Find, Role.Practitioner, Role.HubManager), new(Manage, Role.HubManager)];
}
