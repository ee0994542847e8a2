using Trellis.Governance.Meetings;
using Trellis.Kernel;

namespace Trellis.Publishing.Packs;

/// <summary>The words of packs and front sheets.</summary>
internal static class PackWords
{
    public static string For(Audience audience) => audience switch
    {
        Audience.Public => "Public pack",
        Audience.Council => "What is open of this meeting, drafts included",
        _ => "Members' pack: it may hold what is not for the public",
    };

    public static string Day(Meeting meeting) => meeting.Day.ToString("d MMMM yyyy", England.Culture);

    /// <summary>"Tuesday 6 May 2025, 10:00".</summary>
    public static string When(Meeting meeting) =>
        meeting.Day.ToString("dddd d MMMM yyyy", England.Culture) + (meeting.Starts is { } starts ? starts.ToString(", HH:mm", England.Culture) : "");

    public static string Short(Openness openness, int? paragraph) => openness switch
    {
        Openness.Exempt => paragraph is { } number ? $"Exempt, paragraph {number}" : "Exempt",
        Openness.Confidential => "Confidential",
        _ => "Yes",
    };
}
