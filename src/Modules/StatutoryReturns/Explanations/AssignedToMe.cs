using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Things;

namespace Trellis.StatutoryReturns.Explanations;

/// <summary>The failures that a person was asked to look at.</summary>
internal sealed class AssignedToMe(AssignmentService assignments) : INeedsMe
{
    public async Task<List<Need>> NeedsAsync(CurrentUser user, CancellationToken ct) =>
        user.AccountId is not { } account || !await user.MayAsync(StatutoryReturnsPermission.Check) ? []
        : [
            .. (await assignments.OfAccountAsync(account, ct)).Select(a => new Need(
                "Look at failures", $"{(a.Assignment.Count == 1 ? "1 failure" : $"{a.Assignment.Count:N0} failures")} in the {a.Kind} of {a.Year}",
                $"/returns/{a.Assignment.UploadId}/failures{a.Assignment.Filter}", DateOnly.FromDateTime(WorkingCalendar.InLondon(a.Assignment.At).DateTime), false)),
        ];
}
