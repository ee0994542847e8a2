namespace Trellis.Papers.Html;

/// <summary>The stylesheet of a document that stands alone: A4 with page numbers, headings that stay with their text, heads repeated.</summary>
internal static class HtmlStyle
{
    public static readonly string Sheet = $$"""
        @page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt Arial, "Liberation Sans", sans-serif; } }
        body { font: 11pt/1.4 Arial, "Liberation Sans", Helvetica, sans-serif; color: #0b0c0c; margin: 0 auto; max-width: 60em; }
        @media screen { body { padding: 1em; } }
        h1 { font-size: 22pt; line-height: 1.15; margin: 4pt 0 14pt; }
        h2 { font-size: 16pt; margin: 20pt 0 6pt; }
        h3 { font-size: 13pt; margin: 14pt 0 4pt; }
        h4 { font-size: 11pt; margin: 10pt 0 3pt; }
        h1, h2, h3, h4, caption, p:has(+ ul), p:has(+ ol) { break-after: avoid; }
        p { margin: 0 0 7pt; orphans: 3; widows: 3; }
        ul, ol { margin: 0 0 7pt; padding-left: 18pt; }
        ul.govuk-list:not(.govuk-list--bullet) { list-style: none; padding-left: 0; }
        li { margin-bottom: 3pt; }
        header { border-bottom: 2pt solid #1d4f5f; margin-bottom: 12pt; }
        .trellis-paper__caption { color: #484949; margin-bottom: 2pt; }
        .govuk-inset-text { border-left: 4pt solid #b1b4b6; padding-left: 9pt; margin: 9pt 0; }
        table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.3; margin: 6pt 0 12pt; }
        caption { text-align: left; font-weight: bold; font-size: 11pt; padding-bottom: 4pt; }
        th, td { border: 0.5pt solid #929191; padding: 3pt 4pt; text-align: left; vertical-align: top; overflow-wrap: break-word; }
        thead th { background: #e8eef0; }
        thead { display: table-header-group; }
        thead, thead tr { break-after: avoid; }
        td:not([rowspan]), th:not([rowspan]) { break-inside: avoid; }
        td p, th p, td ul { margin-bottom: 3pt; }
        dl { margin: 0 0 12pt; }
        dl > div { display: grid; grid-template-columns: 30% 1fr; border-bottom: 0.5pt solid #b1b4b6; padding: 3pt 0; break-inside: avoid; }
        dt { font-weight: bold; }
        dd { margin: 0; }
        a { color: #0b0c0c; }
        svg { max-width: 100%; height: auto; margin: 4pt 0; break-inside: avoid; }
        .trellis-paper__break { display: none; }
        .trellis-paper__break + * { break-before: page; margin-top: 0; }
        .trellis-paper__square { display: inline-block; width: 0.8em; height: 0.8em; border: 0.5pt solid #0b0c0c; print-color-adjust: exact; vertical-align: -0.05em; }
        .trellis-paper__square--good { background: #{{Tones.Ink(PaperTone.Good)}}; }
        .trellis-paper__square--watch { background: #{{Tones.Ink(PaperTone.Watch)}}; }
        .trellis-paper__square--bad { background: #{{Tones.Ink(PaperTone.Bad)}}; }
        .trellis-paper__square--muted { background: #{{Tones.Ink(PaperTone.Muted)}}; }

        """
        + string.Concat(Enumerable.Range(1, 50).Select(i => $".trellis-paper__w{i * 2} {{ width: {i * 2}%; }}\n"));
}
