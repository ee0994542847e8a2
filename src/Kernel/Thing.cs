namespace Trellis.Kernel;

/// <summary>
/// Anything that is kept, shown and changed by people. Its version counts its saved states from 1 and is at once the
/// guard against two people overwriting each other and the number under which each state stands in the audit.
/// </summary>
public interface IThing
{
    Guid Id { get; }
    int Version { get; set; }
}

/// <summary>The usual base of a thing that a module keeps.</summary>
public abstract class Thing : IThing
{
    public Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>Taken out of use but kept: its history stays readable and it can be brought back.</summary>
    public bool Withdrawn { get; set; }
}
