using System.Text;
using Trellis.Tables;

namespace Trellis.Engines.Tests.Tables;

public sealed class DocumentReaderFailureTests
{
    [Fact]
    public void Read_EmptyFile_SaysSo() => AssertRefused([], "plan.txt", "empty");

    [Fact]
    public void Read_TruncatedWord_SaysDamaged()
    {
        var whole = OfficeFile.Word([.. Enumerable.Range(0, 200).Select(i => OfficeFile.Paragraph($"Line {i}"))]);

        AssertRefused(whole[..(whole.Length / 2)], "plan.docx", "damaged");
    }

    [Fact]
    public void Read_TextNamedWord_SaysItIsNone() => AssertRefused("Only words"u8.ToArray(), "plan.docx", "named as a Word");

    [Fact]
    public void Read_Pdf_SaysSo() => AssertRefused("%PDF-1.7"u8.ToArray(), "plan.txt", "PDF");

    [Fact]
    public void Read_Binary_SaysNotText() =>
        AssertRefused([.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7))], "plan.txt", "not text");

    [Fact]
    public void Read_PasswordProtected_SaysSo() =>
        AssertRefused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "plan.docx", "password");

    [Fact]
    public void Read_ForeignZip_SaysNeither() => AssertRefused(OfficeFile.Zip(("notes.txt", "x")), "plan.docx", "neither");

    [Fact]
    public void Read_PathTrickInZip_IsRefused() =>
        AssertRefused(OfficeFile.Zip(("../../etc/passwd", "x")), "plan.docx", "points outside");

    [Fact]
    public void Read_ZipBomb_IsRefusedInBoundedMemory()
    {
        var bomb = OfficeFile.Zip(("word/document.xml", "<a>" + new string(' ', 50_000_000) + "</a>"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(bomb, "plan.docx", "unpacks to more");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void Read_XmlEntities_AreRefused()
    {
        const string Xml = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";

        AssertRefused(OfficeFile.Zip(("word/document.xml", Xml)), "plan.docx", "not what Word");
    }

    [Fact]
    public void Read_DeepNesting_IsRefused()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000));

        AssertRefused(OfficeFile.Zip(("word/document.xml", xml)), "plan.docx", "nested deeper");
    }

    [Fact]
    public void Read_AMillionRows_NamesTheLine()
    {
        var failure = AssertRefused(Encoding.UTF8.GetBytes(new string('\n', 1_000_000)), "plan.txt", "more than 100,000 rows");

        Assert.Equal("plan.txt, line 100001", failure.Where);
    }

    [Fact]
    public async Task Read_200Megabytes_IsRefusedBeforeItIsRead()
    {
        await using var stream = new EndlessStream(200L * 1024 * 1024);

        var result = await DocumentReader.ReadAsync(stream, "plan.docx");

        Assert.Contains("larger than 20 MB", result.Failure!.What, StringComparison.Ordinal);
        Assert.InRange(stream.Given, 0, 21L * 1024 * 1024);
    }

    [Fact]
    public void Read_CutOrChangedBytes_NeverThrow()
    {
        var whole = OfficeFile.Word([.. Enumerable.Range(0, 20).Select(i => OfficeFile.Paragraph($"Line {i}"))]);
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var bytes = whole[..random.Next(1, whole.Length + 1)];
            for (var change = random.Next(4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var result = DocumentReader.Read(bytes, "plan.docx");

            Assert.True(result.Document is null != result.Failure is null);
        }
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            DocumentReader.Read(Encoding.UTF8.GetBytes(new string('\n', 5_000)), "plan.txt", null, cancel.Token)
        );
    }

    private static ReadFailure AssertRefused(byte[] bytes, string name, string what)
    {
        var failure = DocumentReader.Read(bytes, name).Failure;
        Assert.NotNull(failure);
        Assert.Contains(what, failure.What, StringComparison.Ordinal);
        Assert.StartsWith(name, failure.Where, StringComparison.Ordinal);
        Assert.NotEmpty(failure.WhatToDo);
        return failure;
    }

    /// <summary>A stream that does not tell its length.</summary>
    private sealed class EndlessStream(long length) : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, length - Given);
            Given += count;
            return ValueTask.FromResult(count);
        }
    }
}
