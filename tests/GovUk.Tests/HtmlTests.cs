using System.Net;
using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("Ready & able", "Ready &amp; able")]
    [InlineData("<script>alert('x')</script>", "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;")]
    [InlineData("\" onclick=\"x", "&quot; onclick=&quot;x")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Of_TextInAHole_IsEncoded(string? text, string encoded) => Assert.Equal($"<p title=\"{encoded}\">{encoded}</p>", Html.Of($"<p title=\"{text}\">{text}</p>").Value);

    [Fact]
    public void Of_MarkupInAHole_StaysMarkup() => Assert.Equal("<td><b>Late</b> 3</td>", Html.Of($"<td>{new MarkupString("<b>Late</b>")} {3}</td>").Value);

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Of_TextThatGrowsByEncoding_IsWhole(int times)
    {
        var text = string.Concat(Enumerable.Repeat("a<é😀\"", times));

        Assert.Equal(text + "!", WebUtility.HtmlDecode(Html.Of($"{text}!").Value));
    }
}
