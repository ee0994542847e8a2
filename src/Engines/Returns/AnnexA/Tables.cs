namespace Trellis.Returns.AnnexA;

/// <summary>The list that names no child.</summary>
internal static class Tables
{
    extension(AllRows<Child> rows)
    {
        /// <summary>List 11.</summary>
        public TableRows<Adopter> Adopters => rows.Of<Adopter>(Lists.Adopters.Shape);

        /// <summary>The day of which the lists speak.</summary>
        public Day AsAt => rows.Data.AsAt;

        /// <summary>Whether a day lies in the twelve months that the list looks back over.</summary>
        public bool IsInTwelveMonths(Day day) => day.IsWithin(Windows.StartOf(Lists.Adopters, rows.AsAt), rows.AsAt);
    }
}
