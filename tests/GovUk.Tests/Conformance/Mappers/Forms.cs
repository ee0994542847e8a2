using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests.Conformance;

internal static partial class Mappers
{
    private static RenderFragment Label(Options o)
    {
        var given = Element(o);
        given["Text"] = o.TextWithoutHtml();
        given["ChildContent"] = o.Html();
        given["For"] = o.Text("for");
        given["IsHeading"] = o.Bool("isPageHeading");
        return given.In<Label>();
    }

    private static RenderFragment Hint(Options o)
    {
        var given = ElementWithContent(o);
        given["Id"] = o.Text("id");
        return given.In<Hint>();
    }

    private static RenderFragment ErrorMessage(Options o)
    {
        var given = ElementWithContent(o);
        given["Id"] = o.Text("id");
        given["Prefix"] = o.Has("visuallyHiddenText") ? o.Text("visuallyHiddenText") ?? "" : null;
        return given.In<ErrorMessage>();
    }

    private static RenderFragment Fieldset(Options o)
    {
        var given = Element(o);
        given["Legend"] = o["legend"].TextWithoutHtml();
        given["LegendContent"] = o["legend"].Html();
        given["LegendClass"] = o["legend"].Text("classes");
        given["LegendIsHeading"] = o["legend"].Bool("isPageHeading");
        given["DescribedBy"] = o.Text("describedBy");
        given["Role"] = o.Text("role");
        given["ChildContent"] = o.Html();
        return given.In<Fieldset>();
    }

    private static RenderFragment ErrorSummary(Options o)
    {
        var given = Element(o);
        given["Title"] = o.TextWithoutHtml("titleHtml", "titleText") ?? "";
        given["TitleContent"] = o.Html("titleHtml");
        given["ChildContent"] = o.Content("descriptionHtml", "descriptionText");
        given["DisableAutoFocus"] = o.Bool("disableAutoFocus");
        given["Items"] = o.Items("errorList").Select(Link).ToList();
        return given.In<ErrorSummary>();
    }

    private static RenderFragment Button(Options o)
    {
        var given = Element(o);
        given["Attributes"] = WithId(o);
        given["Text"] = o.TextWithoutHtml();
        given["ChildContent"] = o.Html();
        given["Href"] = o.Text("href");
        given["Type"] = o.Text("type");
        given["Name"] = o.Text("name");
        given["Value"] = o.Text("value");
        given["Disabled"] = o.Bool("disabled");
        given["Start"] = o.Bool("isStartButton");
        given["PreventDoubleClick"] = o.Bool("preventDoubleClick");
        return given.InButton();
    }

    /// <summary>Ours is protected against double clicks unless told otherwise; the macro is not.</summary>
    private static RenderFragment InButton(this Parameters given) =>
        builder =>
        {
            builder.OpenComponent<Button>(0);
            builder.AddComponentParameter(1, "PreventDoubleClick", null);
            builder.AddMultipleAttributes(2, given.All);
            builder.CloseComponent();
        };

    /// <summary>What all fields share.</summary>
    private static Parameters Field(Options o)
    {
        var given = Element(o);
        given["Name"] = o.Text("name");
        given["Id"] = o.Text("id") ?? o.Text("idPrefix");
        given["Hint"] = o["hint"].TextWithoutHtml();
        given["HintContent"] = o["hint"].Html();
        given["HintClass"] = o["hint"].Text("classes");
        given["HintAttributes"] = o["hint"].Attributes();
        given["Error"] = o["errorMessage"].TextWithoutHtml();
        given["ErrorContent"] = o["errorMessage"].Html();
        given["ErrorClass"] = o["errorMessage"].Text("classes");
        given["ErrorAttributes"] = o["errorMessage"].Attributes();
        given["Disabled"] = o.Bool("disabled");
        given["DescribedBy"] = o.Text("describedBy");
        given["GroupClass"] = o["formGroup"].Text("classes");
        given["GroupAttributes"] = o["formGroup"].Attributes();
        given["BeforeInput"] = o["formGroup"]["beforeInput"].Content() ?? o["formGroup"]["beforeInputs"].Content();
        given["AfterInput"] = o["formGroup"]["afterInput"].Content() ?? o["formGroup"]["afterInputs"].Content();
        return given;
    }

    private static Parameters LabelledField(Options o)
    {
        var given = Field(o);
        given["Label"] = o["label"].TextWithoutHtml();
        given["LabelContent"] = o["label"].Html();
        given["LabelClass"] = o["label"].Text("classes");
        given["LabelAttributes"] = o["label"].Attributes();
        given["LabelIsHeading"] = o["label"].Bool("isPageHeading");
        return given;
    }

    private static Parameters FieldsetField(Options o)
    {
        var fieldset = o["fieldset"];
        var given = Field(o);
        given["InFieldset"] = o.Has("fieldset");
        given["DescribedBy"] = fieldset.Text("describedBy") ?? o.Text("describedBy");
        given["FieldsetClass"] = fieldset.Text("classes");
        given["FieldsetAttributes"] = fieldset.Attributes();
        given["Legend"] = fieldset["legend"].TextWithoutHtml();
        given["LegendContent"] = fieldset["legend"].Html();
        given["LegendClass"] = fieldset["legend"].Text("classes");
        given["LegendIsHeading"] = fieldset["legend"].Bool("isPageHeading");
        return given;
    }

    private static RenderFragment TextInput(Options o)
    {
        var given = LabelledField(o);
        given["Value"] = o.Value("value");
        given["Type"] = o.Text("type");
        given["Autocomplete"] = o.Text("autocomplete");
        given["Autocapitalize"] = o.Text("autocapitalize");
        given["Inputmode"] = o.Text("inputmode");
        given["Pattern"] = o.Text("pattern");
        given["Spellcheck"] = o.Bool("spellcheck");
        given["Prefix"] = o["prefix"].TextWithoutHtml();
        given["PrefixContent"] = o["prefix"].Html();
        given["PrefixClass"] = o["prefix"].Text("classes");
        given["PrefixAttributes"] = o["prefix"].Attributes();
        given["Suffix"] = o["suffix"].TextWithoutHtml();
        given["SuffixContent"] = o["suffix"].Html();
        given["SuffixClass"] = o["suffix"].Text("classes");
        given["SuffixAttributes"] = o["suffix"].Attributes();
        given["WrapperClass"] = o["inputWrapper"].Text("classes");
        given["WrapperAttributes"] = o["inputWrapper"].Attributes();
        return given.In<TextInput>();
    }

    private static RenderFragment PasswordInput(Options o)
    {
        var given = LabelledField(o);
        given["Value"] = o.Value("value");
        given["Autocomplete"] = o.Text("autocomplete");
        given["ButtonClass"] = o["button"].Text("classes");
        given["ShowPasswordText"] = o.Text("showPasswordText");
        given["HidePasswordText"] = o.Text("hidePasswordText");
        given["ShowPasswordAriaLabelText"] = o.Text("showPasswordAriaLabelText");
        given["HidePasswordAriaLabelText"] = o.Text("hidePasswordAriaLabelText");
        given["PasswordShownAnnouncementText"] = o.Text("passwordShownAnnouncementText");
        given["PasswordHiddenAnnouncementText"] = o.Text("passwordHiddenAnnouncementText");
        return given.In<PasswordInput>();
    }

    private static RenderFragment Textarea(Options o)
    {
        var given = LabelledField(o);
        given["Value"] = o.Value("value");
        given["Rows"] = o.Number("rows");
        given["Spellcheck"] = o.Bool("spellcheck");
        given["Autocomplete"] = o.Text("autocomplete");
        return given.In<Textarea>();
    }

    private static RenderFragment CharacterCount(Options o)
    {
        var given = LabelledField(o);
        given["Value"] = o.Value("value");
        given["Rows"] = o.Number("rows");
        given["Spellcheck"] = o.Bool("spellcheck");
        given["MaxLength"] = o.Number("maxlength");
        given["MaxWords"] = o.Number("maxwords");
        given["Threshold"] = o.Number("threshold");
        given["CountType"] = o.Text("countType");
        given["CountMessageClass"] = o["countMessage"].Text("classes");
        given["TextareaDescriptionText"] = o.Text("textareaDescriptionText");
        given["CharactersUnderLimitText"] = o.Plurals("charactersUnderLimitText");
        given["CharactersAtLimitText"] = o.Text("charactersAtLimitText");
        given["CharactersOverLimitText"] = o.Plurals("charactersOverLimitText");
        given["WordsUnderLimitText"] = o.Plurals("wordsUnderLimitText");
        given["WordsAtLimitText"] = o.Text("wordsAtLimitText");
        given["WordsOverLimitText"] = o.Plurals("wordsOverLimitText");
        return given.In<CharacterCount>();
    }

    private static RenderFragment FileUpload(Options o)
    {
        var given = LabelledField(o);
        given["Multiple"] = o.Bool("multiple");
        given["DropZone"] = o.Bool("javascript");
        given["WrapperClass"] = o.Text("wrapperClasses");
        given["WrapperAttributes"] = o.Attributes("wrapperAttributes");
        given["ChooseFilesButtonText"] = o.Text("chooseFilesButtonText");
        given["NoFileChosenText"] = o.Text("noFileChosenText");
        given["MultipleFilesChosenText"] = o.Plurals("multipleFilesChosenText");
        given["DropInstructionText"] = o.Text("dropInstructionText");
        given["EnteredDropZoneText"] = o.Text("enteredDropZoneText");
        given["LeftDropZoneText"] = o.Text("leftDropZoneText");
        return given.In<FileUpload>();
    }

    private static RenderFragment Select(Options o)
    {
        var given = LabelledField(o);
        given["Value"] = o.Value("value");
        given["Items"] = o.Items().Where(item => !item.IsFalsy).Select(item => Choice(item, "selected")).ToList();
        return given.In<Select>();
    }

    private static RenderFragment Radios(Options o)
    {
        var given = FieldsetField(o);
        given["Value"] = o.Value("value");
        given["Items"] = Choices(o);
        return given.In<Radios>();
    }

    private static RenderFragment Checkboxes(Options o)
    {
        var given = FieldsetField(o);
        given["Values"] = o.Texts("values");
        given["Items"] = Choices(o);
        return given.In<Checkboxes>();
    }

    // The macros count also the items that they skip.
    private static List<Choice> Choices(Options o) =>
        [
            .. Numbered(o).Select(pair =>
            {
                var prefix = o.Text("idPrefix") ?? o.Text("name");
                var choice = Choice(pair.Item, "checked");
                return choice.Id is null && pair.Number > 1 ? choice with { Id = $"{prefix}-{pair.Number}" } : choice;
            }),
        ];

    private static Choice Choice(Options item, string chosen) =>
        item.Text("divider") is { } divider
            ? GovUk.Choice.Divider(divider)
            : new(item.Value("value"), item.TextWithoutHtml())
            {
                Content = item.Html(),
                Checked = item.Bool(chosen),
                Disabled = item.IsTrue("disabled"),
                Hint = item["hint"].TextWithoutHtml(),
                HintContent = item["hint"].Html(),
                HintClass = item["hint"].Text("classes"),
                HintAttributes = item["hint"].Attributes(),
                LabelClass = item["label"].Text("classes"),
                LabelAttributes = item["label"].Attributes(),
                Conditional = item["conditional"].Html(),
                Exclusive = item.Text("behaviour") == "exclusive",
                Id = item.Text("id"),
                Name = item.Text("name"),
                Attributes = item.Attributes(),
            };
}
