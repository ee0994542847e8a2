using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests.Conformance;

/// <summary>For each macro of GOV.UK Frontend, how its options are written with our component.</summary>
internal static partial class Mappers
{
    private static readonly Dictionary<string, Func<Options, RenderFragment>> ByComponent = new()
    {
        ["accordion"] = Accordion,
        ["back-link"] = BackLink,
        ["breadcrumbs"] = Breadcrumbs,
        ["button"] = Button,
        ["character-count"] = CharacterCount,
        ["checkboxes"] = Checkboxes,
        ["date-input"] = DateInput,
        ["details"] = Details,
        ["error-message"] = ErrorMessage,
        ["error-summary"] = ErrorSummary,
        ["exit-this-page"] = ExitThisPage,
        ["fieldset"] = Fieldset,
        ["file-upload"] = FileUpload,
        ["footer"] = Footer,
        ["generic-header"] = GenericHeader,
        ["hint"] = Hint,
        ["input"] = TextInput,
        ["inset-text"] = InsetText,
        ["label"] = Label,
        ["notification-banner"] = NotificationBanner,
        ["pagination"] = Pagination,
        ["panel"] = Panel,
        ["password-input"] = PasswordInput,
        ["phase-banner"] = PhaseBanner,
        ["radios"] = Radios,
        ["select"] = Select,
        ["service-navigation"] = ServiceNavigation,
        ["skip-link"] = SkipLink,
        ["summary-list"] = SummaryList,
        ["table"] = Table,
        ["tabs"] = Tabs,
        ["tag"] = Tag,
        ["task-list"] = TaskList,
        ["textarea"] = Textarea,
        ["warning-text"] = WarningText,
    };

    public static RenderFragment For(Fixture fixture) => ByComponent[fixture.Component](fixture.Options);

    /// <summary>What most macros have: classes and attributes, and content as html or text.</summary>
    private static Parameters Element(Options o) => new() { ["Class"] = o.Text("classes"), ["Attributes"] = o.Attributes() };

    private static Parameters ElementWithContent(Options o)
    {
        var given = Element(o);
        given["ChildContent"] = o.Content();
        return given;
    }

    /// <summary>The attributes with an id: our components take it like any other attribute.</summary>
    private static Dictionary<string, object>? WithId(Options o)
    {
        var attributes = new Dictionary<string, object>(o.Attributes() ?? new Dictionary<string, object>());
        if (o.Text("id") is { } id)
            attributes["id"] = id;
        return attributes.Count == 0 ? null : attributes;
    }

    private static LinkItem Link(Options o) =>
        new(o.TextWithoutHtml(), o.Text("href"))
        {
            Content = o.Html(),
            Class = o.Text("classes"),
            Attributes = o.Attributes(),
            Current = o.IsTrue("current"),
            Active = o.IsTrue("active"),
            VisuallyHiddenText = o.Text("visuallyHiddenText"),
        };

    private static RenderFragment Several(IEnumerable<RenderFragment> parts) =>
        builder =>
        {
            foreach (var part in parts)
                builder.AddContent(0, part);
        };
}
