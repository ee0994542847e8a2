using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Calendar;
using Trellis.Plans.Updates;

namespace Trellis.Plans.Pages.Owed;

/// <summary>
/// One line of "What I owe" with its fields. Markup and not components: an owner of a large plan has hundreds of fields on the
/// page, and each component costs more than its markup.
/// </summary>
/// <param name="change">The id of the line that was sent and is to be said otherwise.</param>
internal sealed class OwedLineMarkup(FormErrors errors, DateOnly today, string? change)
{
    private static readonly Progress[] States = [Progress.OnTrack, Progress.Managed, Progress.NeedsSupport];
    private static readonly MarkupString Chosen = new(" checked");
    private static readonly MarkupString Selected = new(" selected");
    private static readonly MarkupString Open = new(" open");
    private static readonly MarkupString Sent = new("""<strong class="govuk-tag govuk-tag--blue">Sent, waits for approval</strong>""");
    private static readonly MarkupString Approved = new("""<strong class="govuk-tag govuk-tag--green">Approved</strong>""");
    private static readonly MarkupString Returned = new("""<strong class="govuk-tag govuk-tag--orange">Came back to you</strong>""");
    private static readonly MarkupString Owes = new("""<strong class="govuk-tag govuk-tag--grey">Not sent yet</strong>""");

    public MarkupString Of(OwedLine line, UpdateForm form)
    {
        var name = PostedLines.Prefix + line.Key;
        return Html.Of($"""
            <section class="trellis-owed" aria-labelledby="{name}" data-line="{line.Item.Id.ToString("N")}" data-name="{name}">
            <h2 class="govuk-heading-m" id="{name}"><a class="govuk-link" href="{PlanAddress.Of(line.Plan, line.Item)}">{line.Item.Title}</a></h2>
            <p class="govuk-body-s">{line.Plan.WordFor(line.Item)} {line.Item.Reference} of {line.Plan.Title} {line.Plan.Year} {StateOf(line)} <span class="trellis-kept-at" role="status"></span></p>
            {Error(name)}{(line.IsOwed || (line.MayBeSaid && line.Item.Id.ToString("N") == change) ? Fields(line, form, name) : Said(line))}
            </section>
            """);
    }

    private static MarkupString StateOf(OwedLine line) => line.Update?.State switch
    {
        UpdateState.Submitted => Sent,
        UpdateState.Approved => Approved,
        UpdateState.Returned => Returned,
        _ => Owes,
    };

    private static MarkupString Said(OwedLine line)
    {
        var update = line.Update!;
        var again = line.MayBeSaid
            ? Html.Of($"""<p class="govuk-body"><a class="govuk-link" href="/updates?change={line.Item.Id.ToString("N")}">Say it otherwise<span class="govuk-visually-hidden">: {line.Item.Title}</span></a></p>""")
            : default;
        var progress = line.Item is KeyAction ? ProgressTag.Of(line.Plan, update.Progress) : default;
        return Html.Of($"""<p class="govuk-body">{progress} {update.Text}</p><p class="govuk-hint">Sent on {WorkingCalendar.InLondon(update.SentAt).ToString("d MMMM yyyy 'at' HH:mm", Kernel.England.Culture)}</p>{again}""");
    }

    private MarkupString Fields(OwedLine line, UpdateForm form, string name)
    {
        var returned = line.Update?.ReturnedWhy is { } why ? Html.Of($"""<div class="govuk-inset-text">It came back with this reason: {why}</div>""") : default;
        var late = today > line.Cycle.InTimeUntil
            ? Field($"{name}.LateWhy", "Why does this come late?", form.LateWhy, $"Entry closed on {line.Cycle.InTimeUntil:d MMMM yyyy}")
            : default;
        return Html.Of($"""
            {returned}<input type="hidden" name="{name}.Stamp" value="{line.Stamp}">
            {(line.Item is KeyAction action ? OfAction(line, action, form, name) : OfSection(line, form, name))}{late}
            """);
    }

    private MarkupString OfAction(OwedLine line, KeyAction action, UpdateForm form, string name)
    {
        var last = action.Commentary is null
            ? Html.Of($"""<p class="govuk-hint">Nothing was said of it before.</p>""")
            : Html.Of($"""<p class="govuk-body-s">{action.Commentary}</p><p class="govuk-hint">Said on {$"{action.CommentaryOn:d MMMM yyyy}"}</p>""");
        var why = form.Why is { Length: > 0 } || errors.For($"{name}.Why") is not null
            ? Field($"{name}.Why", "Why is that right although its dates say otherwise?", form.Why, null)
            : default;
        return Html.Of($"""
            <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
            <div class="{Group($"{name}.Progress")}"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">How does it go?</legend>{Error($"{name}.Progress")}
            <div class="govuk-radios govuk-radios--small" data-module="govuk-radios">{States.Select((state, i) => Radio(line.Plan, state, $"{name}.Progress", i, form))}</div></fieldset></div>
            {Tick($"{name}.NoChange", form.NoChange)}
            {Field($"{name}.Text", "How does it stand?", form.Text, "A sentence or more. Also when nothing changed", 4)}
            {why}
            </div><div class="govuk-grid-column-one-third"><h3 class="govuk-heading-s">Last time</h3><p class="govuk-body-s">{ProgressTag.Of(line.Plan, action.Progress)}</p>{last}</div></div>
            {Milestones(line, form, name)}{Ask(line, form, name)}
            """);
    }

    private MarkupString OfSection(OwedLine line, UpdateForm form, string name) => Html.Of($"""
        {Field($"{name}.Text", "The words of this section", form.Text ?? line.LastText, "They stand here as they were published last. Change what is no longer so", 10)}
        {Tick($"{name}.NoChange", form.NoChange)}
        {Field($"{name}.Why", "Why did nothing change?", form.Why, "Only when nothing changed")}
        """);

    private static MarkupString Radio(Plan plan, Progress state, string name, int i, UpdateForm form)
    {
        var id = i == 0 ? name : $"{name}-{i + 1}";
        return Html.Of($"""<div class="govuk-radios__item"><input class="govuk-radios__input" id="{id}" name="{name}" type="radio" value="{state.ToString()}"{(form.Progress == state.ToString() ? Chosen : default)}><label class="govuk-label govuk-radios__label" for="{id}">{plan.WordsFor(state)}</label></div>""");
    }

    private static MarkupString Tick(string name, bool ticked) => Html.Of($"""
        <div class="govuk-form-group"><div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="{name}" name="{name}" type="checkbox" value="yes"{(ticked ? Chosen : default)}><label class="govuk-label govuk-checkboxes__label" for="{name}">Nothing has changed since last time</label></div></div></div>
        """);

    private MarkupString Milestones(OwedLine line, UpdateForm form, string name) => line.Milestones.Count == 0 ? default : Html.Of($"""
        <table class="govuk-table trellis-table--stack"><caption class="govuk-table__caption govuk-table__caption--s">{Words.Plural(line.Plan.MilestoneWord)} not done yet<span class="govuk-hint">Say a day, such as 27 March 2026, or a month, such as March 2026</span></caption>
        <thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">{line.Plan.MilestoneWord}</th><th scope="col" class="govuk-table__header">Deadline</th><th scope="col" class="govuk-table__header">How far is it?</th><th scope="col" class="govuk-table__header">Completed on, or expected</th></tr></thead>
        <tbody class="govuk-table__body">{line.Milestones.Select(m => MilestoneRow(line, m, form.Milestones.GetValueOrDefault(m.Reference), $"{name}.{m.Reference}"))}</tbody></table>
        """);

    private MarkupString MilestoneRow(OwedLine line, Milestone milestone, MilestoneForm? typed, string name) => Html.Of($"""
        <tr class="govuk-table__row"><th scope="row" class="govuk-table__header" data-label="{line.Plan.MilestoneWord}">{milestone.Title}</th><td class="govuk-table__cell" data-label="Deadline">{DueCell.Of(milestone.Deadline, today)}</td>
        <td class="govuk-table__cell" data-label="How far is it?">{Error(name)}<label class="govuk-visually-hidden" for="{name}">How far is “{milestone.Title}”?</label><select class="{Box("select", name)}" id="{name}" name="{name}"{Described(name, hasHint: false)}><option value="">As it was: {LifecycleWords.Of(milestone.Lifecycle).ToLowerInvariant()}</option>{Enum.GetValues<Lifecycle>().Select(l => Option(l, typed?.State))}</select></td>
        <td class="govuk-table__cell" data-label="Completed on, or expected"><label class="govuk-visually-hidden" for="{name}.When">When was or will “{milestone.Title}” be done?</label><input class="govuk-input govuk-input--width-10" id="{name}.When" name="{name}.When" value="{typed?.When}"></td></tr>
        """);

    private static MarkupString Option(Lifecycle state, string? typed) =>
        Html.Of($"""<option value="{state.ToString()}"{(typed == state.ToString() ? Selected : default)}>{LifecycleWords.Of(state)}</option>""");

    private MarkupString Ask(OwedLine line, UpdateForm form, string name)
    {
        var open = form.Progress == nameof(Progress.NeedsSupport) || form.AskWhat is { Length: > 0 } || errors.For($"{name}.AskWhat") is not null || errors.For($"{name}.AskOf") is not null;
        var before = line.HasOpenAsk ? Html.Of($"""<p class="govuk-body">Support was asked for before and is not answered yet. Fill this in only to ask for more.</p>""") : default;
        return Html.Of($"""
            <details class="govuk-details"{(open ? Open : default)}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Ask for support from outside the department</span></summary><div class="govuk-details__text">{before}
            {Field($"{name}.AskWhat", "What do you need?", form.AskWhat, "One thing, so that it can be answered")}
            <div class="{Group($"{name}.AskOf")}"><label class="govuk-label" for="{name}.AskOf">Which board or person is asked?</label><div class="govuk-hint" id="{name}.AskOf-hint">The name as it stands under Boards or Organisation</div>{Error($"{name}.AskOf")}<input class="{Box("input", $"{name}.AskOf")}" id="{name}.AskOf" name="{name}.AskOf" list="who-can-be-asked"{Described($"{name}.AskOf", hasHint: true)} value="{form.AskOf}"></div>
            </div></details>
            """);
    }

    private MarkupString Field(string name, string label, string? value, string? hint, int rows = 2)
    {
        var said = hint is null ? default : Html.Of($"""<div class="govuk-hint" id="{name}-hint">{hint}</div>""");
        return Html.Of($"""<div class="{Group(name)}"><label class="govuk-label govuk-label--s" for="{name}">{label}</label>{said}{Error(name)}<textarea class="{Box("textarea", name)}" id="{name}" name="{name}" rows="{rows}"{Described(name, hint is not null)}>{"\n"}{value}</textarea></div>""");
    }

    private string Group(string name) => errors.For(name) is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";

    private string Box(string kind, string name) => errors.For(name) is null ? $"govuk-{kind}" : $"govuk-{kind} govuk-{kind}--error";

    private MarkupString Described(string name, bool hasHint) => (hasHint, errors.For(name) is not null) switch
    {
        (false, false) => default,
        (true, false) => Html.Of($""" aria-describedby="{name}-hint" """),
        (false, true) => Html.Of($""" aria-describedby="{name}-error" """),
        _ => Html.Of($""" aria-describedby="{name}-hint {name}-error" """),
    };

    private MarkupString Error(string name) => errors.For(name) is { } message
        ? Html.Of($"""<p class="govuk-error-message" id="{name}-error"><span class="govuk-visually-hidden">Error:</span> {message}</p>""")
        : default;
}
