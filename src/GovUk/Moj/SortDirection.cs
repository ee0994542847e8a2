namespace Trellis.GovUk;

/// <summary>How a table is sorted by one of its columns.</summary>
public enum SortDirection
{
    None,
    Ascending,
    Descending,
}
