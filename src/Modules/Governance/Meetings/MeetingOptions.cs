using Trellis.Kernel;

namespace Trellis.Governance.Meetings;

/// <summary>When and where a meeting is.</summary>
public sealed record MeetingOptions(DateOnly Day, TimeOnly? Starts, string? Place) : ThingOptions<Meeting>
{
    public static MeetingOptions Of(Meeting meeting) => new(meeting.Day, meeting.Starts, meeting.Place);

    public override List<FieldError> Check() => new FieldChecks().Longest("Place", Place, Meeting.LongestPlace).Errors;

    internal override void Fill(Meeting meeting)
    {
        meeting.DayNote = meeting.Day == Day ? meeting.DayNote : null;
        (meeting.Day, meeting.Starts, meeting.Place) = (Day, Starts, FieldChecks.OrNull(Place));
    }

    internal override ThingOptions<Meeting> SavedIn(Meeting meeting) => Of(meeting);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) =>
        [("Day", $"{Day:d MMMM yyyy}"), ("Time", $"{Starts:HH:mm}"), ("Place", Place ?? "")];
}

/// <summary>Who was there and who sent apologies; the other members were absent.</summary>
public sealed record AttendanceOptions(DateOnly On, IReadOnlyList<Guid> Present, IReadOnlyList<Guid> Apologies) : ThingOptions<Meeting>
{
    public override List<FieldError> Check() =>
        new FieldChecks().Must(!Present.Intersect(Apologies).Any(), "", "Somebody cannot be present and send apologies").Errors;

    internal override void Fill(Meeting meeting) =>
        (meeting.AttendanceOn, meeting.PresentMemberIds, meeting.ApologyMemberIds) = (On, [.. Present.Order()], [.. Apologies.Order()]);

    internal override ThingOptions<Meeting> SavedIn(Meeting meeting) => new AttendanceOptions(meeting.AttendanceOn ?? On, meeting.PresentMemberIds, meeting.ApologyMemberIds);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names)
    {
        return [("Present", Names(Present)), ("Apologies", Names(Apologies))];

        string Names(IEnumerable<Guid> ids) => string.Join(", ", ids.Select(id => names.Of(id)).Order(StringComparer.Ordinal));
    }
}
