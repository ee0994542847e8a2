namespace Trellis.Kernel.Places;

/// <summary>Somewhere that figures are about.</summary>
/// <param name="Number">The Department for Education's three digits: 890 is Blackpool, 981 the North West, 970 England.</param>
/// <param name="Within">The region of an authority, the country of a region.</param>
/// <param name="Until">The last reporting year of an authority that is no more.</param>
public sealed record Place(PlaceCode Code, int Number, string Name, PlaceKind Kind, PlaceCode? Within, int? Until);

public enum PlaceKind
{
    Country,
    Region,

    /// <summary>Inner and outer London, which published tables list beside the regions.</summary>
    PartOfRegion,

    LocalAuthority,
}
