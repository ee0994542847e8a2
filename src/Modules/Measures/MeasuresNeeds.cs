using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Things;
using Trellis.Measures.Entry;

namespace Trellis.Measures;

/// <summary>What the measures ask of a person: figures of their own indicators to enter, and figures to sign off.</summary>
internal sealed class MeasuresNeeds(MeasuresAccess access, EntryLines lines, SignOffService signOff, WorkingCalendar calendar) : INeedsMe
{
    public async Task<List<Need>> NeedsAsync(CurrentUser user, CancellationToken ct)
    {
        var needs = new List<Need>();
        if (await user.MayAsync(MeasuresPermission.Enter))
        {
            var entered = await access.EnteredAsync(ct);
            var own = await access.OwnAsync(entered, ct);
            var owed = (await lines.OfAsync([.. entered.Where(i => own.Contains(i.Id))], ct)).Where(l => l.IsOwed).ToList();
            if (owed.Count > 0)
            {
                var due = owed.Select(l => l.Cycle?.Closes).Min();
                needs.Add(new Need("Enter figures", owed.Count == 1 ? $"{owed[0].Indicator.Title}, {owed[0].Period.Words}" : $"{owed.Count:N0} figures", "/measures/entry", due, owed.Exists(l => l.IsLateOn(calendar.Today))));
            }
        }

        if (await user.MayAsync(MeasuresPermission.Approve) && (await signOff.WaitingAsync(ct)).Where(l => !signOff.IsOwn(l)).ToList() is { Count: > 0 } waiting)
        {
            needs.Add(new Need("Sign off figures", waiting.Count == 1 ? $"{waiting[0].Indicator.Title}, {waiting[0].Period.Words}" : $"{waiting.Count:N0} figures", "/measures/sign-off", null, false));
        }

        return needs;
    }
}
