namespace Trellis.Returns.LookBack;

/// <summary>An episode of a child's history, as the returns together tell it.</summary>
/// <param name="From">DECOM.</param>
/// <param name="To">DEC; nothing while it goes on, or where nobody knows when it ended.</param>
public sealed record CareEpisode(DateOnly From, DateOnly? To)
{
    /// <summary>RNE: why it began.</summary>
    public required string Began { get; init; }

    /// <summary>REC: why it ended.</summary>
    public required string Ended { get; init; }

    /// <summary>LS.</summary>
    public required string LegalStatus { get; init; }

    /// <summary>PLACE.</summary>
    public required string Placement { get; init; }

    /// <summary>PLACE_PROVIDER.</summary>
    public required string Provider { get; init; }

    /// <summary>URN of the provider.</summary>
    public required string Urn { get; init; }

    /// <summary>PL_POST: the postcode of the placement.</summary>
    public required string Postcode { get; init; }

    /// <summary>CIN: why care was needed.</summary>
    public required string Need { get; init; }

    /// <summary>Whether both say the same of where and how the child is looked after, whatever their days.</summary>
    internal bool IsSameCare(CareEpisode other) => LegalStatus == other.LegalStatus && IsSamePlacement(other);

    internal bool IsSamePlacement(CareEpisode other) => (Placement, Provider, Urn, Postcode) == (other.Placement, other.Provider, other.Urn, other.Postcode);

    /// <summary>An order in which no two that differ are equal, so that nothing depends on the order of files.</summary>
    internal string Key => string.Join('\u001F', $"{From:O}", $"{To:O}", Began, Ended, LegalStatus, Placement, Provider, Urn, Postcode, Need);
}
