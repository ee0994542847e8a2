namespace Trellis.Returns.Ssda903;

/// <summary>A child in the return: its rows of this year in each table, and of last year.</summary>
public sealed partial class Child : ChildRows
{
    internal Child(ReturnData data)
        : base(data)
    {
        Last = new LastYear(this);
        Providers = new Providers(data);
        _allYear = new bool?[data.Children];
    }

    /// <summary>What last year's return said of the child.</summary>
    public LastYear Last { get; }

    /// <summary>Ofsted's list of providers.</summary>
    public Providers Providers { get; }

    /// <summary>Whether the return was read from XML, where the header says who is an unaccompanied asylum-seeking child.</summary>
    public bool IsXml => Data.IsXml;

    /// <summary>Whose return it is, by the nine characters of its code; empty when nobody said.</summary>
    public Code Authority => Data.Authority;

    /// <summary>The date of birth in the header; nothing where there is no header or no date.</summary>
    public Day Dob => Header.FirstWhere(h => h.Dob.IsDay)?.Dob ?? default;

    /// <summary>The header.</summary>
    public RowList<Header> Header => Rows<Header>(Shapes.Header);

    /// <summary>Episodes in order of DECOM.</summary>
    public RowList<Episode> Episodes => Rows<Episode>(Shapes.Episodes);

    /// <summary>Reviews in order of their dates.</summary>
    public RowList<Review> Reviews => Rows<Review>(Shapes.Reviews);

    /// <summary>UASC.</summary>
    public RowList<Uasc> Uasc => Rows<Uasc>(Shapes.Uasc);

    /// <summary>OC2.</summary>
    public RowList<Oc2> Oc2 => Rows<Oc2>(Shapes.Oc2);

    /// <summary>OC3.</summary>
    public RowList<Oc3> Oc3 => Rows<Oc3>(Shapes.Oc3);

    /// <summary>AD1.</summary>
    public RowList<Ad1> Ad1 => Rows<Ad1>(Shapes.Ad1);

    /// <summary>Placed for adoption, in order of DATE_PLACED.</summary>
    public RowList<PlacedAdoption> PlacedAdoption => Rows<PlacedAdoption>(Shapes.PlacedAdoption);

    /// <summary>Previous permanence.</summary>
    public RowList<PrevPerm> PrevPerm => Rows<PrevPerm>(Shapes.PrevPerm);

    /// <summary>Times missing, in order of MIS_START.</summary>
    public RowList<Missing> Missing => Rows<Missing>(Shapes.Missing);

    /// <summary>Social worker episodes in order of SW_DECOM.</summary>
    public RowList<SwEpisode> SwEpisodes => Rows<SwEpisode>(Shapes.SwEpisodes);

    /// <summary>Deprivation of liberty orders in order of DOLO_START.</summary>
    public RowList<DoLo> DoLo => Rows<DoLo>(Shapes.DoLo);

    /// <summary>The rows of last year's return.</summary>
    public sealed class LastYear
    {
        private readonly Child _child;

        internal LastYear(Child child) => _child = child;

        /// <summary>The header.</summary>
        public RowList<Header> Header => _child.RowsLastYear<Header>(Shapes.Header);

        /// <summary>Episodes in order of DECOM.</summary>
        public RowList<Episode> Episodes => _child.RowsLastYear<Episode>(Shapes.Episodes);

        /// <summary>Reviews in order of their dates.</summary>
        public RowList<Review> Reviews => _child.RowsLastYear<Review>(Shapes.Reviews);

        /// <summary>UASC.</summary>
        public RowList<Uasc> Uasc => _child.RowsLastYear<Uasc>(Shapes.Uasc);

        /// <summary>OC2.</summary>
        public RowList<Oc2> Oc2 => _child.RowsLastYear<Oc2>(Shapes.Oc2);

        /// <summary>OC3.</summary>
        public RowList<Oc3> Oc3 => _child.RowsLastYear<Oc3>(Shapes.Oc3);

        /// <summary>AD1.</summary>
        public RowList<Ad1> Ad1 => _child.RowsLastYear<Ad1>(Shapes.Ad1);

        /// <summary>Placed for adoption, in order of DATE_PLACED.</summary>
        public RowList<PlacedAdoption> PlacedAdoption => _child.RowsLastYear<PlacedAdoption>(Shapes.PlacedAdoption);

        /// <summary>Previous permanence.</summary>
        public RowList<PrevPerm> PrevPerm => _child.RowsLastYear<PrevPerm>(Shapes.PrevPerm);

        /// <summary>Times missing, in order of MIS_START.</summary>
        public RowList<Missing> Missing => _child.RowsLastYear<Missing>(Shapes.Missing);

        /// <summary>Social worker episodes in order of SW_DECOM.</summary>
        public RowList<SwEpisode> SwEpisodes => _child.RowsLastYear<SwEpisode>(Shapes.SwEpisodes);

        /// <summary>Deprivation of liberty orders in order of DOLO_START.</summary>
        public RowList<DoLo> DoLo => _child.RowsLastYear<DoLo>(Shapes.DoLo);
    }
}
