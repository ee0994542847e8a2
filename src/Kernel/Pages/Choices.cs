using Trellis.GovUk;
using Trellis.Kernel.Organisation;

namespace Trellis.Kernel.Pages;

/// <summary>The lists from which forms let people choose.</summary>
internal static class Choices
{
    public static List<Choice> Of(IEnumerable<Officer> officers, string nobody) =>
        [new("", nobody), .. officers.Select(o => new Choice(o.Id.ToString(), o.LeftOn is null ? o.Name : $"{o.Name} (left)"))];

    public static List<Choice> Of(IEnumerable<Department> departments, string none) =>
        [new("", none), .. departments.Select(d => new Choice(d.Id.ToString(), $"{d.Code}: {d.Name}"))];

    /// <summary>What was chosen; an id that cannot be read is as good as none and meets the service's own check.</summary>
    public static Guid? Chosen(string value) => Guid.TryParse(value, out var id) ? id : value.Length == 0 ? null : Guid.Empty;
}
