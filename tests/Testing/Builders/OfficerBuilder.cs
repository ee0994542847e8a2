using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Testing;

/// <summary>Makes an officer: a person or a post who can own work.</summary>
public sealed class OfficerBuilder
{
    public string Name { get; init; } = "Service Manager, Looked After Children";

    public Guid? DepartmentId { get; init; }

    public Guid? AccountableOfficerId { get; init; }

    public bool IsGroup { get; init; }

    public Task<Officer> MakeAsync(TrellisHost host) => host.InScopeAsync(async services =>
    {
        var made = await services.Get<OrganisationService>().SaveOfficerAsync(
            null, 0, new OfficerOptions(Name, DepartmentId, IsGroup, AccountableOfficerId, null), new Process("Made for a test", Actor.Program), CancellationToken.None);
        return made.Value ?? throw new InvalidOperationException(string.Join("; ", made.Errors));
    });
}
