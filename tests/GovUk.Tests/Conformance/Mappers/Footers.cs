using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests.Conformance;

internal static partial class Mappers
{
    private const string CrownCopyright =
        "https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/";

    private static RenderFragment Footer(Options o)
    {
        var meta = o["meta"];
        var licence = o["contentLicence"];
        var given = Element(o);
        given["ContainerClass"] = o.Text("containerClasses");
        given["Logo"] = Crown;
        given["Sections"] = o.Items("navigation").Select(FooterSection).ToList();
        given["Links"] = o.Has("meta") ? meta.Items().Select(Link).ToList() : null;
        given["LinksTitle"] = meta.Text("visuallyHiddenTitle");
        given["ChildContent"] = meta.Content();
        given["OpenGovernmentLicence"] = !o.IsNull("contentLicence");
        given["Licence"] = licence.Content();
        given["Copyright"] = CopyrightLink(o["copyright"].Content() ?? (builder => builder.AddContent(0, "© Crown copyright")));
        return given.In<Footer>();
    }

    private static FooterSection FooterSection(Options section) =>
        new(section.Text("title") ?? "", [.. section.Items().Where(link => link.Has("href") && link.Has("text")).Select(Link)])
        {
            Width = section.Text("width") ?? "full",
            Columns = section.Number("columns"),
        };

    /// <summary>The crown is the government's mark: ours takes a logo, and here it is the one that the package draws.</summary>
    private static readonly RenderFragment Crown = builder =>
    {
        var drawn = Fixture.All.First(f => f.Component == "footer").Html;
        var crown = new HtmlParser().ParseDocument(drawn).QuerySelector("svg.govuk-footer__crown")!;
        builder.AddMarkupContent(0, crown.OuterHtml);
    };

    private static RenderFragment CopyrightLink(RenderFragment text) =>
        builder =>
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "class", "govuk-footer__link govuk-footer__copyright-logo");
            builder.AddAttribute(2, "href", CrownCopyright);
            builder.AddContent(3, text);
            builder.CloseElement();
        };
}
