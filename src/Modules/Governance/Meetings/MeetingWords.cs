namespace Trellis.Governance.Meetings;

/// <summary>The words that people see for a meeting.</summary>
public static class MeetingWords
{
    public static string Of(MeetingState state) => $"{state}";

    /// <summary>"Tuesday 6 May 2025 at 10:30, Town Hall".</summary>
    public static string When(Meeting meeting) =>
        $"{meeting.Day:dddd d MMMM yyyy}{(meeting.Starts is { } at ? $" at {at:HH:mm}" : "")}{(meeting.Place is { } place ? $", {place}" : "")}";

    /// <summary>Whether the papers went out in time, in a sentence.</summary>
    public static string Sending(Meeting meeting, DateOnly today) => meeting.SentOn switch
    {
        { } on when on <= meeting.SendBy => $"Sent on {on:d MMMM yyyy}: notice was kept",
        { } on => $"Sent on {on:d MMMM yyyy}: notice was not kept, the last day was {meeting.SendBy:d MMMM yyyy}",
        null when meeting.State is MeetingState.Held or MeetingState.Cancelled => "Not sent",
        null when meeting.SendBy < today => $"Not sent: the last day for it was {meeting.SendBy:dddd d MMMM yyyy}",
        null => $"To be sent by {meeting.SendBy:dddd d MMMM yyyy}",
    };
}
