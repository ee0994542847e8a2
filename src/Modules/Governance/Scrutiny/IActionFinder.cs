using Trellis.Kernel.Things;

namespace Trellis.Governance.Scrutiny;

/// <summary>A module's answer to "which key actions are called so?": what a challenge can lead to.</summary>
public interface IActionFinder
{
    /// <summary>The most that one search gives.</summary>
    public const int Most = 20;

    /// <param name="words">A reference ("KA-12"), or a part of a title.</param>
    Task<List<ThingCard>> FindAsync(string words, CancellationToken ct);
}
