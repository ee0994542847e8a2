namespace Trellis.Governance.Pages.Meetings;

public abstract class TimeAndPlaceForm
{
    public string? Starts { get; set; }
    public string? Place { get; set; }
}
