using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks;

public sealed record ControlOptions(string Text, Guid? OwnerOfficerId, Effectiveness? Effectiveness);

/// <summary>Keeps what is in place against the risks.</summary>
public sealed class ControlService(AppDbContext db, TimeProvider clock)
{
    public Task<List<RiskControl>> OfAsync(Guid risk, CancellationToken ct) =>
        db.Set<RiskControl>().AsNoTracking().Where(c => c.RiskId == risk && !c.Withdrawn).OrderBy(c => c.Id).ToListAsync(ct);

    public Task<RiskControl?> FindAsync(Guid risk, Guid id, CancellationToken ct) =>
        One(risk, id).AsNoTracking().SingleOrDefaultAsync(ct);

    public async Task<Result<RiskControl>> AddAsync(Guid risk, ControlOptions options, Process process, CancellationToken ct)
    {
        if (await CheckAsync(options, ct) is { Count: > 0 } errors)
        {
            return errors;
        }

        var control = new RiskControl { Id = ThingId.New(clock), RiskId = risk };
        Put(control, options);
        db.Add(control);
        await db.SaveAsync(process, ct);
        return control;
    }

    public Task<Result<RiskControl>> ChangeAsync(Guid risk, Guid id, int version, ControlOptions options, Process process, CancellationToken ct) =>
        new RowChange<RiskControl>(() => CheckAsync(options, ct), control => Put(control, options), saved => MeetAsync(saved, options, ct))
            .SaveAsync(db, One(risk, id), version, process, ct);

    public async Task<Result<RiskControl>> WithdrawAsync(Guid risk, Guid id, Process process, CancellationToken ct)
    {
        if (await One(risk, id).SingleOrDefaultAsync(ct) is not { } control)
        {
            return NotFound.Row;
        }

        control.Withdrawn = true;
        await db.SaveAsync(process, ct);
        return control;
    }

    private IQueryable<RiskControl> One(Guid risk, Guid id) => db.Set<RiskControl>().Where(c => c.Id == id && c.RiskId == risk && !c.Withdrawn);

    private static void Put(RiskControl control, ControlOptions options) =>
        (control.Text, control.OwnerOfficerId, control.Effectiveness) = (options.Text.Trim(), options.OwnerOfficerId, options.Effectiveness);

    private async Task<Conflict> MeetAsync(RiskControl saved, ControlOptions yours, CancellationToken ct) => new(saved.Version,
    [
        new("What is in place", saved.Text, yours.Text),
        new("Owner", await db.OfficerNameAsync(saved.OwnerOfficerId, ct), await db.OfficerNameAsync(yours.OwnerOfficerId, ct)),
        new("Does it work?", RiskWords.Of(saved.Effectiveness), RiskWords.Of(yours.Effectiveness)),
    ]);

    private async Task<List<FieldError>> CheckAsync(ControlOptions options, CancellationToken ct) =>
        (await new RiskChecks().Text("Text", options.Text, RiskControl.LongestText, "Enter what is in place").OfficerAsync(db, options.OwnerOfficerId, ct)).Errors;
}
