using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Trellis.Papers;
using Trellis.Papers.Word;
using Trellis.Tables;

namespace Trellis.Engines.Tests.Papers;

public sealed class WordPaperTests
{
    [Fact]
    public void Write_Everything_IsValidWord()
    {
        using var word = Open(WordPaper.Write(SamplePaper.Make()));

        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(word)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");

        Assert.Empty(errors);
    }

    [Fact]
    public void Write_Everything_HasWhatAssistiveTechnologyReads()
    {
        using var word = Open(WordPaper.Write(SamplePaper.Make()));
        var body = word.MainDocumentPart!.Document!.Body!;
        var tables = body.Descendants<Table>().ToList();

        Assert.Equal("Plan for play", word.PackageProperties.Title);
        Assert.Equal("en-GB", word.PackageProperties.Language);
        Assert.Equal(["Title", "Heading2", "Heading3"], body.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).Where(s => s == "Title" || s.StartsWith("Heading", StringComparison.Ordinal)));
        Assert.Equal(["Front sheet", "Key actions", "Actions by progress"], tables.Select(t => t.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value));
        Assert.All(tables, t => Assert.False(string.IsNullOrEmpty(t.GetFirstChild<TableProperties>()!.TableDescription!.Val!.Value)));
        Assert.All(tables.Skip(1), t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.Equal(2, body.Descendants<VerticalMerge>().Count());
        Assert.Equal("Actions by progress", Assert.Single(body.Descendants<PageBreakBefore>()).Ancestors<Paragraph>().Single().InnerText);
        Assert.Empty(body.Descendants<Break>());
        Assert.Equal(3, body.Descendants<ParagraphStyleId>().Count(s => s.Val == "Legend"));
        Assert.Contains("NUMPAGES", word.MainDocumentPart.FooterParts.Single().Footer!.InnerXml, StringComparison.Ordinal);
        Assert.Equal(["https://example.org/risks?a=1&b=2"], word.MainDocumentPart.HyperlinkRelationships.Select(link => link.Uri.OriginalString));
        var numbers = body.Descendants<NumberingId>().Select(n => n.Val!.Value).Distinct().ToList();
        Assert.Equal([1, 2, 3], numbers);
    }

    [Fact]
    public void Write_SamePaper_GivesTheSameBytes() =>
        Assert.Equal(WordPaper.Write(SamplePaper.Make()), WordPaper.Write(PaperDocument.FromJson(SamplePaper.Make().ToJson())));

    [Fact]
    public void FromJson_ListsFarWithinLists_ComesBack()
    {
        var entry = new ListEntry([new TextPiece("Deepest")], []);
        for (var i = 0; i < 40; i++)
        {
            entry = new ListEntry([new TextPiece($"Level {i}")], [entry]);
        }

        var paper = new PaperDocument("Deep", [], [new ListBlock(false, [entry])]);

        Assert.Equal(paper.ToJson(), PaperDocument.FromJson(paper.ToJson()).ToJson());
    }

    [Fact]
    public void Write_ReadByTables_KeepsMarksAndPassesOverAsides()
    {
        var read = DocumentReader.Read(WordPaper.Write(SamplePaper.Make()), "paper.docx", null, CancellationToken.None).Document!;

        var section = Assert.Single(read.Blocks.OfType<SourceParagraph>(), p => p.Mark == "plan-section");
        Assert.Equal(("Steps", 3), (section.Text, section.HeadingLevel));
        Assert.DoesNotContain(read.Blocks, b => b.Text.Contains("performance team", StringComparison.Ordinal) || b.Text.Contains("Plan for play", StringComparison.Ordinal));
        Assert.Equal([1, 2, 2, 1], read.Blocks.OfType<SourceParagraph>().Where(p => p.ListLevel > 0).Select(p => p.ListLevel).Take(4));
        Assert.Contains(read.Blocks.OfType<SourceRow>(), row => row.Cells[^1] is { Text: "On track" });
    }

    [Fact]
    public async Task Write_Pandoc_ReadsIt()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pandoc"), "pandoc is not installed.");
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "paper.docx");
        await File.WriteAllBytesAsync(file, WordPaper.Write(SamplePaper.Make()), TestContext.Current.CancellationToken);

        using var pandoc = Process.Start(new ProcessStartInfo("/usr/bin/pandoc", ["-t", "markdown", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await pandoc.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await pandoc.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, pandoc.ExitCode);
        Assert.Contains("## What is asked", text, StringComparison.Ordinal);
        Assert.Contains("**the plan**", text, StringComparison.Ordinal);
        Assert.Matches(@"1\.  +First", text);
        Assert.Contains("Open streets", text, StringComparison.Ordinal);
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), false);
}
