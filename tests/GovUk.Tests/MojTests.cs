using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests;

/// <summary>The Ministry of Justice's package has no fixtures: these are its documented structures.</summary>
public sealed class MojTests
{
    [Fact]
    public Task Timeline_Item_SaysWhatWhoAndWhen() =>
        SameAsync(
            """
            <div class="moj-timeline">
              <div class="moj-timeline__item">
                <div class="moj-timeline__header">
                  <h3 class="moj-timeline__title">Deadline moved</h3>
                  <p class="moj-timeline__byline">by Alex &amp; Sam</p>
                </div>
                <p class="moj-timeline__date"><time datetime="2026-07-14T14:30+01:00">14 July 2026 at 2:30pm</time></p>
                <div class="moj-timeline__description">To March</div>
              </div>
            </div>
            """,
            new Parameters
            {
                ["HeadingLevel"] = 3,
                ["ChildContent"] = new Parameters
                {
                    ["Title"] = "Deadline moved",
                    ["By"] = "Alex & Sam",
                    ["When"] = new DateTimeOffset(2026, 7, 14, 14, 30, 0, TimeSpan.FromHours(1)),
                    ["ChildContent"] = Text("To March"),
                }.In<TimelineItem>(),
            }.In<Timeline>()
        );

    [Fact]
    public Task SubNavigation_CurrentItem_IsMarked() =>
        SameAsync(
            """
            <nav class="moj-sub-navigation" aria-label="Parts of this page">
              <ul class="moj-sub-navigation__list">
                <li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link" aria-current="page" href="/a">Summary</a></li>
                <li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link" href="/b">History</a></li>
              </ul>
            </nav>
            """,
            new Parameters
            {
                ["Items"] = new LinkItem[] { new("Summary", "/a") { Current = true }, new("History", "/b") },
            }.In<SubNavigation>()
        );

    [Fact]
    public Task Filter_ChosenValues_EachLinkRemovesOne() =>
        SameAsync(
            """
            <form method="get" action="/actions" class="moj-filter">
              <div class="moj-filter__header"><div class="moj-filter__header-title"><h2 class="govuk-heading-m">Filter</h2></div></div>
              <div class="moj-filter__content">
                <div class="moj-filter__selected">
                  <div class="moj-filter__selected-heading">
                    <div class="moj-filter__heading-title"><h2 class="govuk-heading-m">Selected filters</h2></div>
                    <div class="moj-filter__heading-action"><p><a class="govuk-link govuk-link--no-visited-state" href="/actions">Clear filters</a></p></div>
                  </div>
                  <h3 class="govuk-heading-s govuk-!-margin-bottom-0">State</h3>
                  <ul class="moj-filter-tags">
                    <li><a class="moj-filter__tag" href="/actions?late=no"><span class="govuk-visually-hidden">Remove this filter</span> Overdue</a></li>
                  </ul>
                </div>
                <div class="moj-filter__options">
                  <button type="submit" class="govuk-button" data-module="govuk-button">Apply filters</button>
                  fields
                </div>
              </div>
            </form>
            """,
            new Parameters
            {
                ["Action"] = "/actions",
                ["ClearHref"] = "/actions",
                ["Selected"] = new FilterGroup[] { new("State", [new("Overdue", "/actions?late=no")]) },
                ["ChildContent"] = Text("fields"),
            }.In<Filter>()
        );

    [Fact]
    public async Task Filter_NothingChosen_ShowsNoSelection()
    {
        var html = await Markup.OfAsync<Filter>(new());
        Assert.DoesNotContain("moj-filter__selected", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SortDirection.None, "none")]
    [InlineData(SortDirection.Ascending, "ascending")]
    [InlineData(SortDirection.Descending, "descending")]
    public Task SortHeader_Direction_IsSaidToo(SortDirection direction, string said) =>
        SameAsync(
            $"""<table><tr><th scope="col" class="govuk-table__header" aria-sort="{said}"><a class="trellis-sort" href="?sort=due">Due</a></th></tr></table>""",
            builder =>
            {
                builder.AddMarkupContent(0, "<table><tr>");
                builder.AddContent(
                    1,
                    new Parameters
                    {
                        ["Href"] = "?sort=due",
                        ["Sorted"] = direction,
                        ["ChildContent"] = Text("Due"),
                    }.In<SortHeader>()
                );
                builder.AddMarkupContent(2, "</tr></table>");
            }
        );

    [Fact]
    public Task DatePicker_Limits_AreDataForTheScript() =>
        SameAsync(
            """
            <div class="moj-datepicker" data-module="moj-date-picker" data-min-date="01/02/2026" data-excluded-days="saturday sunday">
              <div class="govuk-form-group">
                <label class="govuk-label" for="Form.Meeting">Date</label>
                <input class="govuk-input moj-js-datepicker-input" id="Form.Meeting" name="Form.Meeting" type="text" value="3/2/2026" autocomplete="off">
              </div>
            </div>
            """,
            new Parameters
            {
                ["Name"] = "Form.Meeting",
                ["Label"] = "Date",
                ["Value"] = "3/2/2026",
                ["MinDate"] = new DateOnly(2026, 2, 1),
                ["ExcludedDays"] = "saturday sunday",
            }.In<DatePicker>()
        );

    private static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    private static async Task SameAsync(string expected, RenderFragment actual) => Assert.Equal(Dom.Of(expected), Dom.Of(await Markup.OfAsync(actual)));
}
