using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Plans.Updates;

/// <summary>
/// An owner's lines as an Excel workbook: a row for each action or section and one for each of its milestones, with lists to
/// choose from. What is typed in it is read by <see cref="UpdateBookReader"/>.
/// </summary>
internal static class UpdateBook
{
    public const string NothingChanged = "Nothing has changed";
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The columns from left to right; the last tells the program which line a row is, and what it was made from.</summary>
    internal static readonly (string Head, double Width)[] Columns =
    [
        ("Reference", 12), ("What", 45), ("Last time, or due", 45), ("How does it go?", 32), ("How does it stand? For a milestone: completed on, or expected", 60),
        ("Why? If its dates say otherwise, or nothing changed", 40), ("Support you need from outside", 40), ("Of which board or person", 30), ("Why late? If entry has closed", 30), ("Leave as it is", 40),
    ];

    private const int HowColumn = 3;
    private const string Lists = "Lists";
    private static readonly Progress[] States = [Progress.OnTrack, Progress.Managed, Progress.NeedsSupport];

    public static byte[] Write(IReadOnlyList<OwedLine> lines)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var plans = lines.Select(l => l.Plan).DistinctBy(p => p.Id).ToList();
            var updates = book.AddNewPart<WorksheetPart>();
            updates.Worksheet = Updates(lines, plans);
            var lists = book.AddNewPart<WorksheetPart>();
            lists.Worksheet = ListSheet(plans);
            book.Workbook = new Workbook(new Sheets(
                new Sheet { Name = "Updates", SheetId = 1, Id = book.GetIdOfPart(updates) },
                new Sheet { Name = Lists, SheetId = 2, Id = book.GetIdOfPart(lists), State = SheetStateValues.Hidden }));
        }

        return stream.ToArray();
    }

    /// <summary>The words of a milestone's states and, in a column each, of each plan's progress.</summary>
    private static Worksheet ListSheet(List<Plan> plans)
    {
        var columns = plans.ConvertAll<string[]>(p => [.. States.Select(p.WordsFor), NothingChanged]);
        columns.Insert(0, [.. Enum.GetValues<Lifecycle>().Select(LifecycleWords.Of)]);
        var rows = Enumerable.Range(0, columns.Max(c => c.Length)).Select(i => RowOf(i + 1, [.. columns.Select(c => c.ElementAtOrDefault(i) ?? "")], head: false));
        return new Worksheet(new SheetData(rows));
    }

    private static Worksheet Updates(IReadOnlyList<OwedLine> lines, List<Plan> plans)
    {
        var rows = new List<Row> { RowOf(1, [.. Columns.Select(c => c.Head)], head: true) };
        var choices = new DataValidations();
        foreach (var line in lines.Where(l => l.IsOwed))
        {
            var form = line.Form;
            Add([
                line.Item.Reference, line.Item.Title, line.LastText ?? "", form.NoChange ? NothingChanged : Enum.TryParse<Progress>(form.Progress, out var progress) ? line.Plan.WordsFor(progress) : "",
                form.Text ?? "", form.Why ?? "", form.AskWhat ?? "", form.AskOf ?? "", form.LateWhy ?? "", $"{line.Item.Id:N} {line.Stamp}",
            ]);
            if (line.Item is KeyAction)
            {
                Offer(plans.IndexOf(plans.Find(p => p.Id == line.Plan.Id)!) + 1, States.Length + 1);
            }
            else
            {
                choices.Append(Validation($"\"{NothingChanged}\""));
            }

            foreach (var milestone in line.Milestones)
            {
                var typed = form.Milestones.GetValueOrDefault(milestone.Reference);
                Add([
                    milestone.Reference, milestone.Title, $"{LifecycleWords.Of(milestone.Lifecycle)}, due {milestone.CurrentDue}",
                    Enum.TryParse<Lifecycle>(typed?.State, out var state) ? LifecycleWords.Of(state) : "", typed?.When ?? "", "", "", "", "", $"{line.Item.Id:N} {milestone.Reference}",
                ]);
                Offer(0, Enum.GetValues<Lifecycle>().Length);
            }
        }

        choices.Count = (uint)choices.ChildElements.Count;
        return new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true, Hidden = i == Columns.Length - 1 })),
            new SheetData(rows),
            choices);

        void Add(string[] cells) => rows.Add(RowOf(rows.Count + 1, cells, head: false));

        void Offer(int column, int count) => choices.Append(Validation($"{Lists}!${Letter(column)}$1:${Letter(column)}${count}"));

        DataValidation Validation(string from) => new(new Formula1(from))
        {
            Type = DataValidationValues.List, AllowBlank = true, ShowErrorMessage = true, ErrorTitle = "Choose from the list", Error = "Choose one of the words in the list, or leave it empty.",
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Letter(HowColumn)}{rows.Count}" },
        };
    }

    private static Row RowOf(int number, IReadOnlyList<string> cells, bool head) => new(cells.Select((text, i) => new Cell
    {
        CellReference = $"{Letter(i)}{number}",
        DataType = CellValues.InlineString,
        StyleIndex = head ? 1u : 0u,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    })) { RowIndex = (uint)number };

    private static char Letter(int column) => (char)('A' + column);

    /// <summary>Style 0 wraps its text, style 1 is bold besides.</summary>
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(Wrapped(0), Wrapped(1)));

    private static CellFormat Wrapped(uint font) =>
        new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = font, FillId = 0, BorderId = 0, ApplyAlignment = true, ApplyFont = true };
}
