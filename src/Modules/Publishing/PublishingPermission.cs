using Trellis.Kernel.Access;

namespace Trellis.Publishing;

/// <summary>Who may publish. What is published is open to everybody.</summary>
public static class PublishingPermission
{
    /// <summary>See the list of what is published in the service's own navigation.</summary>
    public const string Read = "publishing.read";

    /// <summary>Publish a report, and publish a correction of it.</summary>
    public const string Publish = "publishing.publish";

    public static readonly Permission[] All = [new(Read, Role.Everyone), new(Publish, Role.Performance)];
}
