using System.Globalization;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Testing;

/// <summary>Makes a department with a code of its own.</summary>
public sealed class DepartmentBuilder
{
    private static int count;

    public string Code { get; init; } = $"D{Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture)}";

    public string Name { get; init; } = "Children's Services";

    public Guid? HeadOfficerId { get; init; }

    public Task<Department> MakeAsync(TrellisHost host) => host.InScopeAsync(async services =>
    {
        var made = await services.Get<OrganisationService>().SaveDepartmentAsync(
            null, 0, new DepartmentOptions(Code, Name, HeadOfficerId), new Process("Made for a test", Actor.Program), CancellationToken.None);
        return made.Value ?? throw new InvalidOperationException(string.Join("; ", made.Errors));
    });
}
