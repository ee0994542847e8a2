namespace Trellis.Governance;

/// <summary>The words that people see for the kinds of forum.</summary>
public static class ForumWords
{
    public static string Of(ForumKind kind) => kind switch
    {
        ForumKind.ManagementTeam => "Management team",
        ForumKind.OutsideBody => "Body outside the council",
        _ => kind.ToString(),
    };
}
