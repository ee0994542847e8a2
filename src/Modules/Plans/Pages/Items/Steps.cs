using Microsoft.AspNetCore.Http;
using Trellis.Kernel;

namespace Trellis.Plans.Pages.Items;

/// <summary>Reads which step was pressed on a page of items.</summary>
internal static class Steps
{
    /// <returns>Null when the form says no step.</returns>
    public static (string Reference, bool Up)? Read(HttpContext http) =>
        http.Request.Form["Step"].ToString().Split(' ') is ["up" or "down", var reference] parts ? (reference, parts[0] == "up") : null;

    public static Task<Result<PlanItem>> TakeAsync(this ItemService items, Plan plan, (string Reference, bool Up) step, Process process, CancellationToken ct) =>
        items.StepAsync(plan.Id, step.Reference, step.Up, process, ct);
}
