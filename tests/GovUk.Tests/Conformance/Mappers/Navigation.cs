using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests.Conformance;

internal static partial class Mappers
{
    private static RenderFragment SkipLink(Options o)
    {
        var given = Element(o);
        given["Href"] = o.Text("href") ?? "#content";
        given["Text"] = o.Text("text");
        given["ChildContent"] = o.Html();
        return given.In<SkipLink>();
    }

    private static RenderFragment BackLink(Options o)
    {
        var given = ElementWithContent(o);
        given["Href"] = o.Text("href");
        return given.In<BackLink>();
    }

    private static RenderFragment Breadcrumbs(Options o)
    {
        var given = Element(o);
        given["Label"] = o.Text("labelText");
        given["CollapseOnMobile"] = o.Bool("collapseOnMobile");
        given["Items"] = o.Items().Select(Link).ToList();
        return given.In<Breadcrumbs>();
    }

    private static RenderFragment PhaseBanner(Options o)
    {
        var given = ElementWithContent(o);
        given["Phase"] = o["tag"].TextWithoutHtml();
        given["PhaseContent"] = o["tag"].Html();
        given["TagClass"] = o["tag"].Text("classes");
        return given.In<PhaseBanner>();
    }

    private static RenderFragment GenericHeader(Options o)
    {
        var given = Element(o);
        given["Href"] = o.Text("url");
        given["Text"] = o.TextWithoutHtml("logoHtml", "logoText");
        given["ChildContent"] = o.Html("logoHtml");
        given["ContainerClass"] = o.Text("containerClasses");
        return given.In<GenericHeader>();
    }

    private static RenderFragment ServiceNavigation(Options o)
    {
        var slots = o["slots"];
        var given = Element(o);
        given["ServiceName"] = o.Text("serviceName");
        given["ServiceHref"] = o.Text("serviceUrl");
        given["Label"] = o.Text("ariaLabel");
        given["Items"] = o.Items("navigation").Where(item => !item.IsFalsy).Select(Link).ToList();
        given["NavigationLabel"] = o.Text("navigationLabel");
        given["NavigationId"] = o.Text("navigationId");
        given["NavigationClass"] = o.Text("navigationClasses");
        given["MenuButtonText"] = o.Text("menuButtonText");
        given["MenuButtonLabel"] = o.Text("menuButtonLabel");
        given["CollapseOnMobile"] = o.Bool("collapseNavigationOnMobile");
        given["Start"] = slots.Html("start");
        given["End"] = slots.Html("end") ?? slots["end"].Html();
        given["EndInline"] = slots["end"].Text("align") == "inline";
        given["NavigationStart"] = slots.Html("navigationStart");
        given["NavigationEnd"] = slots.Html("navigationEnd");
        return given.In<ServiceNavigation>();
    }

    private static RenderFragment Pagination(Options o)
    {
        var given = Element(o);
        given["Label"] = o.Text("landmarkLabel");
        given["Items"] = o.Has("items") ? o.Items().Where(item => item.Has("number") || item.Has("ellipsis")).Select(PageLink).ToList() : null;
        given["Previous"] = o.Has("previous") ? Link(o["previous"]) : null;
        given["PreviousLabel"] = o["previous"].Text("labelText");
        given["Next"] = o.Has("next") ? Link(o["next"]) : null;
        given["NextLabel"] = o["next"].Text("labelText");
        return given.In<Pagination>();
    }

    private static PageLink PageLink(Options item) =>
        item.IsTrue("ellipsis")
            ? GovUk.PageLink.Gap
            : new(item.Text("number"), item.Text("href"))
            {
                Current = item.IsTrue("current"),
                VisuallyHiddenText = item.Text("visuallyHiddenText"),
                Attributes = item.Attributes(),
            };

    private static RenderFragment ExitThisPage(Options o)
    {
        var given = ElementWithContent(o);
        given["Attributes"] = WithId(o);
        given["Href"] = o.Text("redirectUrl");
        given["ActivatedText"] = o.Text("activatedText");
        given["TimedOutText"] = o.Text("timedOutText");
        given["PressTwoMoreTimesText"] = o.Text("pressTwoMoreTimesText");
        given["PressOneMoreTimeText"] = o.Text("pressOneMoreTimeText");
        return given.In<ExitThisPage>();
    }
}
