namespace Trellis.Plans;

/// <summary>A kind of item: its folder in addresses, the letters of its references, and what it may stand under.</summary>
public sealed record ItemKind(Type Type, string Folder, string Letters, Type[] Parents)
{
    public static readonly ItemKind Priority = new(typeof(Priority), "priorities", "P", []);
    public static readonly ItemKind Objective = new(typeof(Objective), "objectives", "O", [typeof(Priority)]);
    public static readonly ItemKind Action = new(typeof(KeyAction), "actions", "KA", [typeof(Objective), typeof(Priority)]);
    public static readonly ItemKind Milestone = new(typeof(Milestone), "milestones", "M", [typeof(KeyAction)]);
    public static readonly ItemKind Challenge = new(typeof(Challenge), "challenges", "C", [typeof(Priority), typeof(Challenge)]);
    public static readonly ItemKind Section = new(typeof(Section), "sections", "S", [typeof(Priority)]);

    public static readonly ItemKind[] All = [Priority, Objective, Action, Milestone, Challenge, Section];

    public static ItemKind Of(PlanItem item) => Of(item.GetType());

    public static ItemKind Of(Type type) => Array.Find(All, k => k.Type == type)!;

    public static ItemKind? OfFolder(string folder) => Array.Find(All, k => k.Folder == folder);
}

/// <summary>The addresses of a plan's pages, in one place.</summary>
public static class PlanAddress
{
    public const string List = "/plans";

    public static string Of(Plan plan) => $"/plan/{plan.Address}";

    public static string Of(Plan plan, PlanItem item) => Of(plan.Address, item);

    public static string Of(string plan, PlanItem item) => Of(plan, ItemKind.Of(item), item.Reference);

    public static string Of(Plan plan, ItemKind kind, string reference) => Of(plan.Address, kind, reference);

    private static string Of(string plan, ItemKind kind, string reference) => $"/plan/{plan}/{kind.Folder}/{reference}";

    public static string Actions(Plan plan) => $"{Of(plan)}/actions";

    public static string New(Plan plan, ItemKind kind, PlanItem? under) => $"{Of(plan)}/add/{kind.Folder}" + (under is null ? "" : $"?under={under.Reference}");
}
