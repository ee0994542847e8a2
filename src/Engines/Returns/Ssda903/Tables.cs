namespace Trellis.Returns.Ssda903;

/// <summary>The tables of this year's return, all children's rows in each.</summary>
internal static class Tables
{
    extension(AllRows<Child> rows)
    {
        /// <summary>Whose return it is, by the nine characters of its code; empty when nobody said.</summary>
        public Code Authority => rows.Data.Authority;

        /// <summary>The header.</summary>
        public TableRows<Header> Header => rows.Of<Header>(Shapes.Header);

        /// <summary>Episodes.</summary>
        public TableRows<Episode> Episodes => rows.Of<Episode>(Shapes.Episodes);

        /// <summary>Reviews.</summary>
        public TableRows<Review> Reviews => rows.Of<Review>(Shapes.Reviews);

        /// <summary>UASC.</summary>
        public TableRows<Uasc> Uasc => rows.Of<Uasc>(Shapes.Uasc);

        /// <summary>OC2.</summary>
        public TableRows<Oc2> Oc2 => rows.Of<Oc2>(Shapes.Oc2);

        /// <summary>OC3.</summary>
        public TableRows<Oc3> Oc3 => rows.Of<Oc3>(Shapes.Oc3);

        /// <summary>AD1.</summary>
        public TableRows<Ad1> Ad1 => rows.Of<Ad1>(Shapes.Ad1);

        /// <summary>Placed for adoption.</summary>
        public TableRows<PlacedAdoption> PlacedAdoption => rows.Of<PlacedAdoption>(Shapes.PlacedAdoption);

        /// <summary>Previous permanence.</summary>
        public TableRows<PrevPerm> PrevPerm => rows.Of<PrevPerm>(Shapes.PrevPerm);

        /// <summary>Times missing.</summary>
        public TableRows<Missing> Missing => rows.Of<Missing>(Shapes.Missing);

        /// <summary>Social worker episodes.</summary>
        public TableRows<SwEpisode> SwEpisodes => rows.Of<SwEpisode>(Shapes.SwEpisodes);

        /// <summary>Deprivation of liberty orders.</summary>
        public TableRows<DoLo> DoLo => rows.Of<DoLo>(Shapes.DoLo);
    }
}
