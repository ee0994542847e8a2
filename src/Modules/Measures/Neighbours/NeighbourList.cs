using Trellis.Kernel;

namespace Trellis.Measures.Neighbours;

/// <summary>One edition of the statistical neighbours: for each authority the ten that are most like it.</summary>
public sealed class NeighbourList : Thing
{
    public const int LongestTitle = 120;
    public const int Ten = 10;

    /// <summary>Counts the editions from 1, in the order in which they were brought in.</summary>
    public int Number { get; internal init; }

    /// <summary>As its publisher calls it, with its year: "Statistical neighbours, 2025".</summary>
    public string Title { get; internal init; } = "";

    public string Source { get; internal init; } = "";

    /// <summary>SHA-256 of the file, in hexadecimal digits.</summary>
    public string FileHash { get; internal init; } = "";
}

/// <summary>One neighbour of one authority in one edition.</summary>
public sealed class Neighbour
{
    /// <summary>The number of the <see cref="NeighbourList"/>.</summary>
    public int List { get; internal init; }

    /// <summary>A <see cref="Kernel.Places.PlaceCode"/>, as is <see cref="Other"/>.</summary>
    public int Place { get; internal init; }

    /// <summary>From 1, the most like first.</summary>
    public int Rank { get; internal init; }

    public int Other { get; internal init; }

    /// <summary>How like, in the publisher's words: "Very close".</summary>
    public string? Closeness { get; internal init; }
}
