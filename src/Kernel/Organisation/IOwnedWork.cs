namespace Trellis.Kernel.Organisation;

/// <summary>Something an officer owns, with its page.</summary>
public sealed record OwnedThing(string Kind, string Title, string Address);

/// <summary>A module's answer to "what does this officer own, and who takes it over?"</summary>
public interface IOwnedWork
{
    Task<List<OwnedThing>> OwnedByAsync(Guid officerId, CancellationToken ct);

    /// <summary>Changes the owner of all of it in the context, without saving; says how many things changed.</summary>
    Task<int> HandOverAsync(Guid fromOfficerId, Guid toOfficerId, CancellationToken ct);
}
