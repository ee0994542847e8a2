using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Trellis.Modules.Tests.Import;
using Trellis.Plans;
using Trellis.Plans.Import;
using Trellis.Plans.Importing;
using Trellis.Testing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Excel = DocumentFormat.OpenXml.Spreadsheet;
using Anchors = DocumentFormat.OpenXml.Drawing.Spreadsheet;
using Theme = DocumentFormat.OpenXml.Drawing;

namespace Trellis.Web.Tests.Plans;

/// <summary>Overall progress as councils mark it in Word and Excel, imported whole: from the cell to the saved action.</summary>
public sealed class OverallProgressTests
{
    private const string SocialCare = "Delivery of the Children's Social Care Improvement Plan";
    private const string Safeguarding = "Deliver the Safeguarding Action Plan";
    private const string BetterStart = "Deliver the Better Start Strategy";
    private const string Schools = "Delivery of School Improvement Plan";
    private const string Inspection = "Inspection";
    private const string Challenge = "Challenge and support";
    private const string Journey = "Deliver the Journey To Work Action Plan";

    [Fact]
    public async Task Save_WordWithShadingSymbolPictureAndWord_KeepsOverallProgress()
    {
        await using var host = await TrellisHost.StartAsync();
        var document = Marked(
            OtherFormats.Word(Text()),
            (SocialCare, cell => Shade(cell, "00B050")), (Safeguarding, cell => Shade(cell, "FFC000")), (BetterStart, cell => Shade(cell, "FF0000")),
            (Schools, cell => Write(cell, new RunProperties(new Color { Val = "00B050" }), new Text("●"))),
            (Inspection, cell => Write(cell, new Drawing(new DW.Inline(new DW.DocProperties { Id = 1, Name = "Picture 1", Description = "Red traffic light" })))),
            (Challenge, cell => Write(cell, new Text("Not on track but being managed by the department to bring back on track"))),
            (Journey, cell => Write(cell, new RunProperties(new Color { Val = "FF0000" }), new SymbolChar { Font = "Wingdings", Char = "F06C" })));

        var plan = (await host.ImportAsync(document, name: "plan.docx")).Value!;

        Assert.Equal(
            [
                (SocialCare, Progress.OnTrack), (Safeguarding, Progress.Managed), (BetterStart, Progress.NeedsSupport), (Schools, Progress.OnTrack),
                (Inspection, Progress.NeedsSupport), (Challenge, Progress.Managed), (Journey, Progress.NeedsSupport),
            ],
            await ProgressOfAsync(host, plan, [SocialCare, Safeguarding, BetterStart, Schools, Inspection, Challenge, Journey]));
    }

    [Fact]
    public async Task Save_ExcelWithSolidAndThemeFills_KeepsOverallProgress()
    {
        await using var host = await TrellisHost.StartAsync();
        var document = Edited(OtherFormats.Excel(Text(), new Dictionary<int, string> { [181] = "00B050", [184] = "FFC000" }), (workbook, sheet) =>
        {
            var green = Style(workbook, new Excel.ForegroundColor { Theme = 9, Tint = 0.4 });
            Cell(sheet, "G186").StyleIndex = green;
        });

        var plan = (await host.ImportAsync(document, name: "plan.xlsx")).Value!;

        Assert.Equal(
            [(SocialCare, Progress.OnTrack), (Safeguarding, Progress.Managed), (BetterStart, Progress.OnTrack)],
            await ProgressOfAsync(host, plan, [SocialCare, Safeguarding, BetterStart]));
    }

    [Fact]
    public async Task Review_ExcelColouredByRuleOrUnderPicture_AsksAndNamesTheCell()
    {
        await using var host = await TrellisHost.StartAsync();
        var document = Edited(OtherFormats.Excel(Text(), new Dictionary<int, string> { [181] = "00B050" }), (_, sheet) =>
        {
            sheet.Worksheet!.Append(new Excel.ConditionalFormatting(
                new Excel.ConditionalFormattingRule(new Excel.Formula("$D181<TODAY()")) { Type = Excel.ConditionalFormatValues.Expression, Priority = 1, FormatId = 0 })
            { SequenceOfReferences = new() { InnerText = "G181" } });
            Float(sheet, "Red light", row: 184, column: 7);
        });

        await host.InScopeAsync(async services =>
        {
            var imports = services.Get<ImportService>();
            var staged = (await imports.StageAsync("plan.xlsx", document, null, new("Read for a test", Trellis.Kernel.Actor.Program), default)).Value!;
            var asked = (await imports.OpenAsync(staged.Id, default))!.Reading.Doubts.Where(d => d.Kind == DoubtKind.Progress).ToList();
            Assert.Contains("colour by a rule in cell G181", asked[0].Question, StringComparison.Ordinal);
            Assert.Contains("picture “Red light” over cell G184", asked[1].Question, StringComparison.Ordinal);

            await imports.AnswerAsync(staged.Id, new Dictionary<string, string> { [asked[1].Id] = "state-3" }, new("Answered for a test", Trellis.Kernel.Actor.Program), default);
            var actions = (await imports.OpenAsync(staged.Id, default))!.Reading.KeyActions.ToDictionary(a => a.Title.Replace('’', '\''), a => a.Progress.State);
            Assert.Equal((null, 2), (actions[SocialCare], actions[Safeguarding]));
            return true;
        });
    }

    private static string Text() => Encoding.UTF8.GetString(GivenDocument.Bytes());

    private static Task<List<(string Title, Progress Progress)>> ProgressOfAsync(TrellisHost host, Plan plan, string[] titles) => host.InDatabaseAsync(async db =>
    {
        var actions = await db.Set<KeyAction>().Where(a => a.PlanId == plan.Id).ToListAsync();
        return titles.Select(title => (title, actions.Single(a => a.Title.Replace('’', '\'') == title).Progress)).ToList();
    });

    /// <summary>The document with the last cell of the rows marked that begin a key action.</summary>
    private static byte[] Marked(byte[] word, params (string Action, Action<TableCell> Mark)[] marks)
    {
        using var stream = new MemoryStream();
        stream.Write(word);
        using (var package = WordprocessingDocument.Open(stream, true))
        {
            var rows = package.MainDocumentPart!.Document!.Descendants<TableRow>().ToList();
            foreach (var (action, mark) in marks)
            {
                mark(rows.First(r => r.Elements<TableCell>().Any(c => c.InnerText.Replace('’', '\'') == action)).Elements<TableCell>().Last());
            }
        }

        return stream.ToArray();
    }

    private static void Shade(TableCell cell, string fill) =>
        (cell.TableCellProperties ??= new TableCellProperties()).Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill };

    private static void Write(TableCell cell, params DocumentFormat.OpenXml.OpenXmlElement[] content) => cell.Elements<Paragraph>().First().Append(new Run(content));

    private static byte[] Edited(byte[] excel, Action<WorkbookPart, WorksheetPart> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(excel);
        using (var package = SpreadsheetDocument.Open(stream, true))
        {
            edit(package.WorkbookPart!, package.WorkbookPart!.WorksheetParts.Single());
        }

        return stream.ToArray();
    }

    private static Excel.Cell Cell(WorksheetPart sheet, string address) => sheet.Worksheet!.Descendants<Excel.Cell>().Single(c => c.CellReference == address);

    /// <summary>A new style with this fill; its number.</summary>
    private static uint Style(WorkbookPart workbook, Excel.ForegroundColor colour)
    {
        var styles = workbook.WorkbookStylesPart!.Stylesheet!;
        styles.Fills!.Append(new Excel.Fill(new Excel.PatternFill(colour) { PatternType = Excel.PatternValues.Solid }));
        styles.CellFormats!.Append(new Excel.CellFormat { FillId = (uint)styles.Fills.ChildElements.Count - 1, ApplyFill = true });
        return (uint)styles.CellFormats.ChildElements.Count - 1;
    }

    private static void Float(WorksheetPart sheet, string name, int row, int column)
    {
        var drawings = sheet.AddNewPart<DrawingsPart>();
        drawings.WorksheetDrawing = new Anchors.WorksheetDrawing(new Anchors.TwoCellAnchor(
            new Anchors.FromMarker(new Anchors.ColumnId($"{column - 1}"), new Anchors.ColumnOffset("0"), new Anchors.RowId($"{row - 1}"), new Anchors.RowOffset("0")),
            new Anchors.ToMarker(new Anchors.ColumnId($"{column}"), new Anchors.ColumnOffset("0"), new Anchors.RowId($"{row}"), new Anchors.RowOffset("0")),
            new Anchors.Shape(
                new Anchors.NonVisualShapeProperties(
                    new Anchors.NonVisualDrawingProperties { Id = 2, Name = "Oval 1", Description = name }, new Anchors.NonVisualShapeDrawingProperties()),
                new Anchors.ShapeProperties(new Theme.SolidFill(new Theme.RgbColorModelHex { Val = "FF0000" }))),
            new Anchors.ClientData()));
        sheet.Worksheet!.Append(new Excel.Drawing { Id = sheet.GetIdOfPart(drawings) });
    }
}
