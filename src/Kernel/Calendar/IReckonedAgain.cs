namespace Trellis.Kernel.Calendar;

/// <summary>A module's dates that rest on the working days, such as the day by which a meeting's papers go out.</summary>
public interface IReckonedAgain
{
    /// <summary>Reckons them under the changed calendar, in the context, without saving.</summary>
    Task ReckonAsync(WorkingDays days, CancellationToken ct);
}
