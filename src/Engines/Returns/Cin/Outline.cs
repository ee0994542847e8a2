namespace Trellis.Returns.Cin;

/// <summary>The census in XML: cases within children, and all else within cases.</summary>
internal static class Outline
{
    public static readonly XmlOutline Xml = new(
        "Child",
        (Shapes.ChildIdentifiers, "LAchildID"),
        new Dictionary<string, TableShape>
        {
            ["Header"] = Shapes.Header,
            ["ChildIdentifiers"] = Shapes.ChildIdentifiers,
            ["ChildCharacteristics"] = Shapes.ChildCharacteristics,
            ["CINdetails"] = Shapes.CinDetails,
            ["Assessments"] = Shapes.Assessments,
            ["CINPlanDates"] = Shapes.CinPlanDates,
            ["Section47"] = Shapes.Section47,
            ["ChildProtectionPlans"] = Shapes.ChildProtectionPlans,
            ["PreProceedingsandFGDM"] = Shapes.PreProceedings,
        },
        new Dictionary<string, (TableShape, string)>(),
        new Dictionary<string, (TableShape, string)>
        {
            ["Disability"] = (Shapes.Disabilities, "Disability"),
            ["AssessmentFactors"] = (Shapes.AssessmentFactors, "AssessmentFactor"),
            ["CPPreviewDate"] = (Shapes.Reviews, "CPPreviewDate"),
        },
        new Dictionary<string, string>
        {
            ["CINdetails"] = "CINdetailsID",
            ["Assessments"] = "AssessmentID",
            ["ChildProtectionPlans"] = "CPPID",
        },
        [],
        DateForm.YearFirst);
}
