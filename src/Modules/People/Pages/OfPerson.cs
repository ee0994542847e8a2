using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Pages;
using Trellis.People.Records;
using Trellis.People.Sight;

namespace Trellis.People.Pages;

/// <summary>What the pages of one person share. Whoever must not know of the person finds nothing.</summary>
public abstract class OfPerson : TrellisPage
{
    protected ShownPerson? Shown { get; private set; }

    protected Eyes Eyes { get; private set; } = null!;

    /// <summary>The person's seals, as far as these eyes are named in them.</summary>
    protected List<Seal> Seals { get; private set; } = [];

    protected bool MaySeal { get; private set; }

    [Parameter]
    public string Address { get; set; } = "";

    [Inject]
    protected SightService Sight { get; private set; } = null!;

    [Inject]
    protected RecordService Records { get; private set; } = null!;

    [Inject]
    private ReadLog Reads { get; set; } = null!;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    protected sealed override async Task LoadAsync()
    {
        Eyes = await Sight.EyesAsync(User.AccountId!.Value, Gone);
        if (await Records.FindAsync(Address, Eyes, Gone) is not { } person)
        {
            Navigation.NotFound();
            return;
        }

        Shown = await Records.ShowAsync(person, Eyes, Gone);
        Seals = [.. Eyes.Seals.Where(s => (s.PersonId == person.Id || s.OtherId == person.Id) && s.ReaderIds.Contains(Eyes.Account))];
        MaySeal = await User.MayAsync(PeoplePermission.Manage);
        await LoadAsync(Shown);
        await Reads.NoteAsync(person.Id, Shown.Newest is null ? "That agencies hold records" : "What agencies hold of a person", null, User.Doing("Read a person's records"), Gone);
    }

    protected virtual Task LoadAsync(ShownPerson person) => Task.CompletedTask;

    protected Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<Guid> accounts) => Accounts.NamesAsync([.. accounts], Gone);

    protected static string Day(DateTimeOffset at) => WorkingCalendar.InLondon(at).ToString("d MMMM yyyy", England.Culture);
}
