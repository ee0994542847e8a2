using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;
using Trellis.GovUk;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Pages;

/// <summary>What every page has at hand: who asks, where to go on, and what went wrong with what was sent.</summary>
public abstract class TrellisPage : ComponentBase, IHandleEvent
{
    /// <summary>The name under which a form's model is posted; field names begin with it.</summary>
    protected const string FormPrefix = "Form.";

    /// <summary>Left on the request when what it asks for is not there, or is not this person's.</summary>
    public static readonly object NotFoundMark = new();

    [Inject]
    protected NavigationManager Navigation { get; private set; } = null!;

    [Inject]
    protected CurrentUser User { get; private set; } = null!;

    [CascadingParameter]
    protected HttpContext Http { get; private set; } = null!;

    protected FormErrors Errors { get; } = new();

    /// <summary>Set when somebody else saved the same thing first.</summary>
    protected Conflict? Meeting { get; private set; }

    /// <summary>The request's own: nobody waits for an answer that nobody awaits.</summary>
    protected CancellationToken Gone => Http.RequestAborted;

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>
    /// Reads what the page shows. Unlike OnInitializedAsync it is over before anything is rendered: a page never meets its
    /// own empty fields while the database still answers.
    /// </summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        var isThere = true;
        Navigation.OnNotFound += Note;
        await LoadAsync();
        Navigation.OnNotFound -= Note;

        // What is not there is not rendered either: the page that says so stands in its place by now.
        if (isThere)
        {
            await base.SetParametersAsync(ParameterView.Empty);
        }

        void Note(object? sender, NotFoundEventArgs e)
        {
            isThere = false;
            Http.Items[NotFoundMark] = true;
        }
    }

    /// <summary>
    /// Draws the page when what was sent is worked through, and not before: the framework draws as soon as a handler waits for the first time, with what it has said by then and without what it has not.
    /// Which of its questions is the first that waits is a matter of chance with a database that answers over a wire.
    /// </summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }

    /// <summary>Takes the outcome of a write onto the page; true when it was done.</summary>
    protected bool Done<T>(Result<T> result)
    {
        if (result.IsNotFound)
        {
            Navigation.NotFound();
            return false;
        }

        foreach (var error in result.Errors)
        {
            Errors.Add(FormPrefix + error.Field, error.Message);
        }

        Meeting = result.Conflict;
        if (Meeting is not null)
        {
            Http.Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return result.IsDone;
    }

    /// <summary>Goes on to another page, which says what was done.</summary>
    protected void GoTo(string address, string? done = null)
    {
        if (done is not null)
        {
            Flash.Leave(Http, done);
        }

        Navigation.NavigateTo(address);
    }
}

/// <summary>A sentence that the next page shows once: "The milestone was moved".</summary>
public static class Flash
{
    private const string Cookie = "said";
    private const int Longest = 300;

    public static void Leave(HttpContext http, string sentence) => http.Response.Cookies.Append(
        Cookie,
        Uri.EscapeDataString(sentence.Length > Longest ? sentence[..Longest] : sentence),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(1) });

    public static string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } sentence)
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie);
        return Uri.UnescapeDataString(sentence);
    }
}
