namespace Trellis.Kernel.Things;

/// <summary>A thing as another thing's page shows it: its kind, its title, and where its own page is.</summary>
public sealed record ThingCard(Guid Id, string Kind, string Title, string Address);

/// <summary>A module's answer to "what are these things called, and where do they live?"</summary>
public interface IThingDirectory
{
    /// <summary>The cards of those ids that are this module's; the others are left out.</summary>
    Task<List<ThingCard>> CardsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <summary>One line of "What needs me": what to do, since or until when, and where.</summary>
/// <param name="On">The day that orders it; null for what has no day.</param>
public sealed record Need(string What, string Detail, string Address, DateOnly? On, bool IsLate);

/// <summary>A module's answer to "what needs this person?"</summary>
public interface INeedsMe
{
    Task<List<Need>> NeedsAsync(Access.CurrentUser user, CancellationToken ct);
}

/// <summary>What a module shows on everybody's start page below "What needs me": the plan in brief.</summary>
public sealed record HomeBrief(Type Component);
