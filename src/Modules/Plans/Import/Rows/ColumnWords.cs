namespace Trellis.Plans.Import;

/// <summary>The heads that councils give to the columns of their plans.</summary>
internal static class ColumnWords
{
    private static readonly (ColumnRole Role, string Heads)[] Known =
    [
        (
            ColumnRole.Objective,
            "objective;outcome;theme;strand;aim;goal;priority area;strategic objective;what we want to achieve;workstream;focus area;area of focus;ambition;desired outcome"
        ),
        (
            ColumnRole.Action,
            "key action;action;activity;what we will do;project;initiative;actions required;action required;key activity;what will we do;task;planned action;high level action;what"
        ),
        (
            ColumnRole.Milestone,
            "milestone;key milestone;step;key step;deliverable;output;stage;sub action;detailed action;what will be done;measurable step;milestone and target;key deliverable"
        ),
        (
            ColumnRole.Due,
            "deadline;due;due date;target date;by when;completion date;when;timescale;timeframe;end date;date;date due;finish date;completed by;complete by;target completion;target completion date;delivery date;date for completion"
        ),
        (
            ColumnRole.Department,
            "dept;department;directorate;service;service area;team;division;lead department;lead directorate;lead service"
        ),
        (
            ColumnRole.Officer,
            "lead officer;lead;owner;responsible officer;responsible;accountable officer;officer;by whom;who;person responsible;responsible person;accountable;action owner;lead person;responsibility;responsible owner;named lead;accountable lead;lead name;led by;officer responsible;responsible lead"
        ),
        (
            ColumnRole.Progress,
            "overall progress;progress;rag;status;rag status;rag rating;current status;state;progress status;overall status;overall rag;progress rag"
        ),
        (
            ColumnRole.Indicator,
            "performance indicator;indicator;measure;kpi;key performance indicator;performance measure;metric;how we will measure;success measure;measure of success;key indicator;how we will know;pi"
        ),
        (
            ColumnRole.ReviewedBy,
            "reviewed by;board;monitored by;scrutinised by;reporting to;governance;overseen by;report to;forum;committee;review body;reviewer;monitoring board;review board;reviewing board;reviewing body;reviewed at;monitoring body;monitoring;scrutiny;review group;accountable board;accountable body"
        ),
        (ColumnRole.Risk, "strategic risk;risk;risk description;description of risk;key risk;risk title;risk name"),
        (ColumnRole.RiskType, "type;category;risk type;risk category;type of risk;scope;nature;kind"),
        (
            ColumnRole.RiskLevel,
            "risk level;level;severity;rating;score;risk rating;risk score;level of risk;impact;current level"
        ),
    ];

    private static readonly Dictionary<string, ColumnRole> Roles = ByHead();

    /// <summary>The role that a head names; Unknown when it is not known.</summary>
    public static ColumnRole RoleOf(string head)
    {
        if (head.Length is 0 or > 60)
        {
            return ColumnRole.Unknown;
        }

        var words = Words.Of(head);
        if (words.Length is 0 or > 6)
        {
            return ColumnRole.Unknown;
        }

        var whole = Roles.GetValueOrDefault(string.Join(' ', words));
        if (whole != ColumnRole.Unknown)
        {
            return whole;
        }

        var single = string.Join(' ', words.Select(Singular).Where(word => word is not ("the" or "our" or "and" or "of")));
        return Roles.GetValueOrDefault(
            single,
            head.Contains('/', StringComparison.Ordinal)
                ? RoleOf(head[..head.IndexOf('/', StringComparison.Ordinal)])
                : ColumnRole.Unknown
        );
    }

    private static Dictionary<string, ColumnRole> ByHead()
    {
        var roles = new Dictionary<string, ColumnRole>(StringComparer.Ordinal);
        foreach (var (role, heads) in Known)
        {
            foreach (var head in heads.Split(';'))
            {
                roles.Add(head, role);
            }
        }

        return roles;
    }

    private static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u') ? word[..^1]
        : word;
}
