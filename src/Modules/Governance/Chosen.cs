using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Governance;

/// <summary>A list that forms of boards choose from.</summary>
internal enum ChosenFrom
{
    Officers,
    Agencies,
    Accounts,
    Meetings,
}

/// <summary>What a form chose from a list, with the field that it chose it in.</summary>
internal sealed record Chosen(string Field, Guid? Id, ChosenFrom From)
{
    /// <summary>A form sends what it likes: what is in none of the lists is told, not kept. What was taken out of use since may stay.</summary>
    public async Task<FieldError?> CheckAsync(AppDbContext db, CancellationToken ct) => Id is not { } id || From switch
    {
        ChosenFrom.Officers => await db.Set<Officer>().AnyAsync(o => o.Id == id, ct),
        ChosenFrom.Agencies => await db.Set<Agency>().AnyAsync(a => a.Id == id, ct),
        ChosenFrom.Accounts => await db.Users.AnyAsync(a => a.Id == id, ct),
        _ => await db.Set<Meeting>().AnyAsync(m => m.Id == id, ct),
    }
        ? null
        : new FieldError(Field, $"Choose {From switch { ChosenFrom.Officers => "an officer", ChosenFrom.Agencies => "an agency", ChosenFrom.Accounts => "an account", _ => "a meeting" }} from the list");
}
