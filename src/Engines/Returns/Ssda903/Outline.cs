namespace Trellis.Returns.Ssda903;

/// <summary>The return in XML: the header holds what CSV spreads over tables.</summary>
internal static class Outline
{
    public static readonly XmlOutline Xml = new(
        "CHILD",
        (Shapes.Header, "CHILD"),
        new Dictionary<string, TableShape>
        {
            ["HEADER"] = Shapes.Header,
            ["EPISODE"] = Shapes.Episodes,
            ["AREVIEW"] = Shapes.Reviews,
            ["AMISSING"] = Shapes.Missing,
            ["PERMANENCE"] = Shapes.PrevPerm,
            ["OC2"] = Shapes.Oc2,
            ["AD_PLACED"] = Shapes.PlacedAdoption,
            ["SWEPISODE"] = Shapes.SwEpisodes,
            ["SW_EPISODE"] = Shapes.SwEpisodes,
            ["DOLO"] = Shapes.DoLo,
        },
        new Dictionary<string, (TableShape, string)>
        {
            ["CHILDID"] = (Shapes.Header, "CHILD"),
            ["PL"] = (Shapes.Episodes, "PLACE"),
            ["DUC"] = (Shapes.Uasc, "DUC"),
            ["IN_TOUCH"] = (Shapes.Oc3, "IN_TOUCH"),
            ["ACTIV"] = (Shapes.Oc3, "ACTIV"),
            ["ACCOM"] = (Shapes.Oc3, "ACCOM"),
            ["DATE_INT"] = (Shapes.Ad1, "DATE_INT"),
            ["DATE_MATCH"] = (Shapes.Ad1, "DATE_MATCH"),
            ["FOSTER_CARE"] = (Shapes.Ad1, "FOSTER_CARE"),
            ["NB_ADOPTR"] = (Shapes.Ad1, "NB_ADOPTR"),
            ["SEX_ADOPTR"] = (Shapes.Ad1, "SEX_ADOPTR"),
            ["LS_ADOPTR"] = (Shapes.Ad1, "LS_ADOPTR"),
        },
        new Dictionary<string, (TableShape, string)>(),
        new Dictionary<string, string>(),
        ["DOB", "SEX"],
        DateForm.DayFirst);
}
