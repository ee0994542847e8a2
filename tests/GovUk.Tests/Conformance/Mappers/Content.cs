using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests.Conformance;

internal static partial class Mappers
{
    private static RenderFragment Tag(Options o) => ElementWithContent(o).In<Tag>();

    private static RenderFragment InsetText(Options o)
    {
        var given = ElementWithContent(o);
        given["Attributes"] = WithId(o);
        return given.In<InsetText>();
    }

    private static RenderFragment WarningText(Options o)
    {
        var given = ElementWithContent(o);
        given["IconFallbackText"] = o.Text("iconFallbackText");
        return given.In<WarningText>();
    }

    private static RenderFragment Details(Options o)
    {
        var given = ElementWithContent(o);
        given["Attributes"] = WithId(o);
        given["Summary"] = o.TextWithoutHtml("summaryHtml", "summaryText");
        given["SummaryContent"] = o.Html("summaryHtml");
        given["Open"] = o.Bool("open");
        return given.In<Details>();
    }

    private static RenderFragment Panel(Options o)
    {
        var given = ElementWithContent(o);
        given["Title"] = o.TextWithoutHtml("titleHtml", "titleText");
        given["TitleContent"] = o.Html("titleHtml");
        given["HeadingLevel"] = o.Number("headingLevel");
        given["Interruption"] = o.Text("classes")?.Contains("govuk-panel--interruption", StringComparison.Ordinal);
        var actions = o["actions"];
        given["ActionsClass"] = actions.Text("classes");
        given["ActionsAttributes"] = actions.Attributes();
        given["Actions"] = actions.Items().Any() ? Several(actions.Items().Select(PanelAction)) : null;
        return given.In<Panel>();
    }

    private static RenderFragment PanelAction(Options action)
    {
        if (!action.Has("href") || action.Text("type") == "button")
        {
            return new Parameters
            {
                ["Text"] = action.Text("text"),
                ["Type"] = action.Text("type") ?? "button",
                ["Href"] = action.Text("href"),
                ["Class"] = "govuk-button--inverse " + action.Text("classes"),
                ["PreventDoubleClick"] = null,
                ["Attributes"] = action.Attributes(),
            }.InButton();
        }
        return builder =>
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "class", "govuk-link govuk-link--inverse " + action.Text("classes"));
            builder.AddAttribute(2, "href", action.Text("href"));
            builder.AddMultipleAttributes(3, action.Attributes());
            builder.AddContent(4, action.Text("text"));
            builder.CloseElement();
        };
    }

    private static RenderFragment NotificationBanner(Options o)
    {
        var given = Element(o);
        given["Text"] = o.TextWithoutHtml();
        given["ChildContent"] = o.Html();
        given["Success"] = o.Text("type") == "success";
        given["Role"] = o.Text("role");
        given["Title"] = o.TextWithoutHtml("titleHtml", "titleText");
        given["TitleContent"] = o.Html("titleHtml");
        given["TitleId"] = o.Text("titleId");
        given["TitleHeadingLevel"] = o.Number("titleHeadingLevel");
        given["DisableAutoFocus"] = o.Bool("disableAutoFocus");
        return given.In<NotificationBanner>();
    }

    private static RenderFragment SummaryList(Options o)
    {
        var rows = o.Items("rows").Where(row => !row.IsFalsy).ToList();
        var given = Element(o);
        given["WithActions"] = rows.Exists(row => row["actions"].Items().Any());
        given["ChildContent"] = Several(rows.Select(SummaryRow));
        var list = given.In<SummaryList>();
        if (!o.Has("card"))
            return list;

        var card = o["card"];
        var cardGiven = Element(card);
        cardGiven["Title"] = card["title"].TextWithoutHtml();
        cardGiven["TitleContent"] = card["title"].Html();
        cardGiven["TitleClass"] = card["title"].Text("classes");
        cardGiven["HeadingLevel"] = card["title"].Number("headingLevel");
        cardGiven["Actions"] = card["actions"].Items().Select(Link).ToList();
        cardGiven["ActionsClass"] = card["actions"].Text("classes");
        cardGiven["ChildContent"] = list;
        return cardGiven.In<SummaryCard>();
    }

    private static RenderFragment SummaryRow(Options row) =>
        new Parameters
        {
            ["Class"] = row.Text("classes"),
            ["Key"] = row["key"].TextWithoutHtml(),
            ["KeyContent"] = row["key"].Html(),
            ["KeyClass"] = row["key"].Text("classes"),
            ["ValueClass"] = row["value"].Text("classes"),
            ["ChildContent"] = row["value"].Content(),
            ["Actions"] = row["actions"].Items().Select(Link).ToList(),
            ["ActionsClass"] = row["actions"].Text("classes"),
        }.In<SummaryRow>();

    private static RenderFragment Accordion(Options o)
    {
        var given = Element(o);
        given["Id"] = o.Text("id");
        given["HeadingLevel"] = o.Number("headingLevel");
        given["RememberExpanded"] = o.Bool("rememberExpanded");
        given["HideAllSectionsText"] = o.Text("hideAllSectionsText");
        given["HideSectionText"] = o.Text("hideSectionText");
        given["HideSectionAriaLabelText"] = o.Text("hideSectionAriaLabelText");
        given["ShowAllSectionsText"] = o.Text("showAllSectionsText");
        given["ShowSectionText"] = o.Text("showSectionText");
        given["ShowSectionAriaLabelText"] = o.Text("showSectionAriaLabelText");
        given["ChildContent"] = Several(Numbered(o).Select(s => AccordionSection(s.Item, s.Number)));
        return given.In<Accordion>();
    }

    private static RenderFragment AccordionSection(Options section, int number) =>
        new Parameters
        {
            ["Number"] = number,
            ["Heading"] = section["heading"].TextWithoutHtml(),
            ["HeadingContent"] = section["heading"].Html(),
            ["Summary"] = section["summary"].TextWithoutHtml(),
            ["SummaryContent"] = section["summary"].Html(),
            ["Expanded"] = section.Bool("expanded"),
            ["ChildContent"] = section["content"].Html() ?? Paragraph(section["content"].Text("text")),
        }.In<AccordionSection>();

    private static RenderFragment Tabs(Options o)
    {
        var given = Element(o);
        given["Attributes"] = WithId(o);
        given["IdPrefix"] = o.Text("idPrefix");
        given["Title"] = o.Text("title");
        given["Items"] = Numbered(o)
            .Select(tab => new TabItem(tab.Item.Text("label"), tab.Item["panel"].Html() ?? Paragraph(tab.Item["panel"].Text("text")))
            {
                Id = tab.Item.Text("id") ?? $"{o.Text("idPrefix")}-{tab.Number}",
                Attributes = tab.Item.Attributes(),
                PanelAttributes = tab.Item["panel"].Attributes(),
            })
            .ToList();
        return given.In<Tabs>();
    }

    private static RenderFragment TaskList(Options o)
    {
        var given = Element(o);
        given["IdPrefix"] = o.Text("idPrefix");
        given["ChildContent"] = Several(Numbered(o).Select(task => TaskListItem(task.Item, task.Number)));
        return given.In<TaskList>();
    }

    private static RenderFragment TaskListItem(Options task, int number) =>
        new Parameters
        {
            ["Number"] = number,
            ["Class"] = task.Text("classes"),
            ["Href"] = task.Text("href"),
            ["Title"] = task["title"].TextWithoutHtml(),
            ["TitleContent"] = task["title"].Html(),
            ["TitleClass"] = task["title"].Text("classes"),
            ["Hint"] = task["hint"].TextWithoutHtml(),
            ["HintContent"] = task["hint"].Html(),
            ["Status"] = task["status"].TextWithoutHtml(),
            ["StatusClass"] = task["status"].Text("classes"),
            ["ChildContent"] = task["status"].Has("tag") ? Tag(task["status"]["tag"]) : task["status"].Html(),
        }.In<TaskListItem>();

    private static RenderFragment Table(Options o)
    {
        var given = Element(o);
        given["Caption"] = o.Text("caption");
        given["CaptionClass"] = o.Text("captionClasses");
        given["FirstCellIsHeader"] = o.Bool("firstCellIsHeader");
        given["Head"] = o.Has("head") ? o.Items("head").Select(Cell).ToList() : null;
        given["Rows"] = o.Items("rows")
            .Where(row => !row.IsFalsy)
            .Select(IReadOnlyList<TableCell> (row) => [.. row.Cells().Select(Cell)])
            .ToList();
        return given.In<Table>();
    }

    private static TableCell Cell(Options cell) =>
        new(cell.TextWithoutHtml())
        {
            Content = cell.Html(),
            Format = cell.Text("format"),
            Class = cell.Text("classes"),
            Colspan = cell.Number("colspan"),
            Rowspan = cell.Number("rowspan"),
            Attributes = cell.Attributes(),
        };

    // The macros count also the items that they skip.
    private static IEnumerable<(Options Item, int Number)> Numbered(Options o) =>
        o.Items().Select((item, index) => (item, index + 1)).Where(pair => !pair.item.IsFalsy);

    private static RenderFragment? Paragraph(string? text) =>
        text is null
            ? null
            : builder =>
            {
                builder.OpenElement(0, "p");
                builder.AddAttribute(1, "class", "govuk-body");
                builder.AddContent(2, text);
                builder.CloseElement();
            };
}
