using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests;

/// <summary>What fields and the error summary make of the errors that a page cascades to them.</summary>
public sealed class FieldTests
{
    [Fact]
    public async Task TextInput_CascadedError_ShowsItsMessageAndKeepsWhatWasTyped()
    {
        var page = await RenderAsync(
            Errors(("Form.Title", "Enter a title"), ("Form.Title", "Make it shorter")),
            new Parameters { ["Name"] = "Form.Title", ["Label"] = "Title", ["Value"] = "<b>\"Safe\"</b>" }.In<TextInput>()
        );

        var input = page.QuerySelector("input")!;
        Assert.Equal("Form.Title", input.Id);
        Assert.Equal("<b>\"Safe\"</b>", input.GetAttribute("value"));
        Assert.Equal("Form.Title-error", input.GetAttribute("aria-describedby"));
        Assert.True(input.ClassList.Contains("govuk-input--error"));
        Assert.True(page.QuerySelector(".govuk-form-group")!.ClassList.Contains("govuk-form-group--error"));
        Assert.Equal("Error: Enter a title", page.QuerySelector("#Form\\.Title-error")!.TextContent);
    }

    [Fact]
    public async Task TextInput_ErrorOfAnotherField_ShowsNone()
    {
        var page = await RenderAsync(Errors(("Form.Owner", "Choose an owner")), new Parameters { ["Name"] = "Form.Title" }.In<TextInput>());
        Assert.Empty(page.QuerySelectorAll(".govuk-error-message, .govuk-input--error"));
    }

    [Fact]
    public async Task Textarea_ValueBeginsWithLineBreak_IsKeptWhole()
    {
        var page = await RenderAsync(new(), new Parameters { ["Name"] = "Note", ["Value"] = "\nsecond line" }.In<Textarea>());
        Assert.Equal("\nsecond line", page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task ErrorSummary_CascadedErrors_LinksEachInOrderAndTakesTheFocus()
    {
        var page = await RenderAsync(Errors(("B", "Second field"), ("A", "First field")), new Parameters().In<ErrorSummary>());

        Assert.Equal(["#B Second field", "#A First field"], page.QuerySelectorAll("a").Select(a => $"{a.GetAttribute("href")} {a.TextContent}"));
        var summary = page.QuerySelector(".govuk-error-summary")!;
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal("There is a problem", page.QuerySelector("h2")!.TextContent);
    }

    [Fact]
    public async Task ErrorSummary_NoErrors_RendersNothing()
    {
        var page = await RenderAsync(new(), new Parameters().In<ErrorSummary>());
        Assert.Empty(page.Body!.Children);
    }

    [Theory]
    [InlineData("Due", "Due", new[] { "Due", "Due.Month", "Due.Year" })]
    [InlineData("Due.Month", "Due.Month", new[] { "Due.Month" })]
    public async Task DateInput_CascadedError_MarksTheBoxesAndAnswersToTheLink(string field, string linked, string[] wrong)
    {
        var page = await RenderAsync(
            Errors((field, "Enter a real date")),
            new Parameters { ["Name"] = "Due", ["Legend"] = "Deadline", ["Day"] = "31", ["Month"] = "x", ["Year"] = "2026" }.In<DateInput>()
        );

        Assert.Equal("input", page.GetElementById(linked)!.LocalName);
        Assert.Equal(wrong, page.QuerySelectorAll(".govuk-input--error").Select(input => input.Id));
        Assert.Equal(["Due.Day", "Due.Month", "Due.Year"], page.QuerySelectorAll("input").Select(input => input.GetAttribute("name")));
        Assert.Equal(["31", "x", "2026"], page.QuerySelectorAll("input").Select(input => input.GetAttribute("value")));
        Assert.Equal("Error: Enter a real date", page.QuerySelector(".govuk-error-message")!.TextContent);
        Assert.Equal("Due-error", page.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Radios_CascadedError_FirstChoiceAnswersToTheLink()
    {
        Choice[] choices = [new("on-track", "On track"), new("support", "Support needed")];
        var page = await RenderAsync(
            Errors(("Form.Progress", "Choose one")),
            new Parameters { ["Name"] = "Form.Progress", ["Legend"] = "Progress", ["Value"] = "support", ["Items"] = choices }.In<Radios>()
        );

        Assert.Equal("on-track", page.GetElementById("Form.Progress")!.GetAttribute("value"));
        Assert.Equal("support", page.QuerySelector("input[checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Input_UnknownAttribute_LandsOnTheInput()
    {
        var page = await RenderAsync(new(), new Parameters { ["Name"] = "Reference", ["maxlength"] = "12", ["class"] = "mine" }.In<TextInput>());
        Assert.Equal("12", page.QuerySelector("input")!.GetAttribute("maxlength"));
        Assert.True(page.QuerySelector("input")!.ClassList.Contains("mine"));
    }

    [Fact]
    public async Task Button_ByDefault_IsProtectedAgainstDoubleClicks()
    {
        var page = await RenderAsync(new(), new Parameters { ["Text"] = "Save", ["Secondary"] = true }.In<Button>());
        Assert.Equal("true", page.QuerySelector("button.govuk-button--secondary")!.GetAttribute("data-prevent-double-click"));
    }

    private static FormErrors Errors(params (string Field, string Message)[] given)
    {
        var errors = new FormErrors();
        foreach (var (field, message) in given)
            errors.Add(field, message);
        return errors;
    }

    private static async Task<IDocument> RenderAsync(FormErrors errors, RenderFragment field)
    {
        var html = await Markup.OfAsync<CascadingValue<FormErrors>>(new() { ["Value"] = errors, ["ChildContent"] = field });
        return new HtmlParser().ParseDocument(html);
    }
}
