using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks;

public sealed record RiskActionOptions(string Text, Guid? OwnerOfficerId, DateOnly Due, ActionState State, DateOnly? DoneOn)
{
    public static RiskActionOptions Of(RiskAction action) => new(action.Text, action.OwnerOfficerId, action.Due, action.State, action.DoneOn);
}

/// <summary>Keeps what will be done about the risks.</summary>
public sealed class RiskActionService(AppDbContext db, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>Open ones first, by their dates.</summary>
    public async Task<List<RiskAction>> OfAsync(Guid risk, CancellationToken ct) =>
        [.. (await db.Set<RiskAction>().AsNoTracking().Where(a => a.RiskId == risk && !a.Withdrawn).ToListAsync(ct)).OrderBy(a => a.State).ThenBy(a => a.Due).ThenBy(a => a.Id)];

    public Task<RiskAction?> FindAsync(Guid risk, Guid id, CancellationToken ct) =>
        One(risk, id).AsNoTracking().SingleOrDefaultAsync(ct);

    public async Task<Result<RiskAction>> AddAsync(Guid risk, RiskActionOptions options, Process process, CancellationToken ct)
    {
        if (await CheckAsync(options, ct) is { Count: > 0 } errors)
        {
            return errors;
        }

        var action = new RiskAction { Id = ThingId.New(clock), RiskId = risk };
        Put(action, options);
        db.Add(action);
        await db.SaveAsync(process, ct);
        return action;
    }

    public Task<Result<RiskAction>> ChangeAsync(Guid risk, Guid id, int version, RiskActionOptions options, Process process, CancellationToken ct) =>
        new RowChange<RiskAction>(() => CheckAsync(options, ct), action => Put(action, options), saved => MeetAsync(saved, options, ct))
            .SaveAsync(db, One(risk, id), version, process, ct);

    private IQueryable<RiskAction> One(Guid risk, Guid id) => db.Set<RiskAction>().Where(a => a.Id == id && a.RiskId == risk && !a.Withdrawn);

    private static void Put(RiskAction action, RiskActionOptions options) =>
        (action.Text, action.OwnerOfficerId, action.Due, action.State, action.DoneOn) =
        (options.Text.Trim(), options.OwnerOfficerId, options.Due, options.State, options.State == ActionState.Done ? options.DoneOn : null);

    private async Task<Conflict> MeetAsync(RiskAction saved, RiskActionOptions yours, CancellationToken ct) => new(saved.Version,
    [
        new("What will be done", saved.Text, yours.Text),
        new("Owner", await db.OfficerNameAsync(saved.OwnerOfficerId, ct), await db.OfficerNameAsync(yours.OwnerOfficerId, ct)),
        new("Due", $"{saved.Due:d MMMM yyyy}", $"{yours.Due:d MMMM yyyy}"),
        new("State", saved.State.ToString(), yours.State.ToString()),
        new("Done on", $"{saved.DoneOn:d MMMM yyyy}", yours.State == ActionState.Done ? $"{yours.DoneOn:d MMMM yyyy}" : ""),
    ]);

    private async Task<List<FieldError>> CheckAsync(RiskActionOptions options, CancellationToken ct)
    {
        var isDone = options.State == ActionState.Done;
        var checks = new RiskChecks()
            .Text("Text", options.Text, RiskAction.LongestText, "Enter what will be done")
            .That(Enum.IsDefined(options.State), "State", "Choose how it stands")
            .That(!isDone || options.DoneOn is not null, "DoneOn", "Enter the day on which it was done")
            .That(!isDone || options.DoneOn is null || options.DoneOn <= calendar.Today, "DoneOn", "The day on which it was done must be today or earlier");
        return (await checks.OfficerAsync(db, options.OwnerOfficerId, ct)).Errors;
    }
}
