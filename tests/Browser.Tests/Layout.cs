using Microsoft.Playwright;

namespace Trellis.Browser.Tests;

/// <summary>Whether a page fits where it is shown.</summary>
internal static class Layout
{
    /// <summary>What stands out over the right edge of the page, as "tag.class: words"; what scrolls within itself does not.</summary>
    public static async Task<string[]> CutOffAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          return [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
            .slice(-5).map((e) => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`).concat([`page ${root.scrollWidth} > ${root.clientWidth}`]);
        }
        """);
}
