using Trellis.GovUk;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks.Pages;

/// <summary>What the register's forms let people choose from, and what they chose.</summary>
internal static class RiskChoices
{
    public static readonly Choice[] Scopes = [.. Enum.GetNames<RiskScope>().Select(s => new Choice(s, s))];

    public static readonly Choice[] Treatments = [new("", "Not decided yet"), .. Enum.GetValues<Treatment>().Select(t => new Choice(t.ToString(), RiskWords.Of(t)))];

    public static readonly Choice[] Works = [new("", "Not judged yet"), .. Enum.GetValues<Effectiveness>().Select(e => new Choice(e.ToString(), RiskWords.Of(e)))];

    public static Choice[] Of(IEnumerable<Officer> officers) =>
        [new("", "Nobody yet"), .. officers.Select(o => new Choice($"{o.Id}", o.LeftOn is null ? o.Name : $"{o.Name} (left)"))];

    public static Choice[] Steps(IReadOnlyList<string> names) => [new("", "Not scored"), .. names.Select((name, i) => new Choice($"{i + 1}", $"{i + 1}: {name}"))];

    public static Choice[] Levels(RiskMatrix matrix) => [new("", "Not decided yet"), .. matrix.Bands.Select((band, i) => new Choice($"{i + 1}", band.Name))];

    /// <summary>An id that cannot be read meets the service's own check.</summary>
    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : string.IsNullOrEmpty(text) ? null : Guid.Empty;

    /// <summary>A number that cannot be read meets the service's own check.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : string.IsNullOrEmpty(text) ? null : 0;

    /// <summary>Says at once what is missing where a date keeps the service from being asked.</summary>
    public static void Require(string? text, string field, string empty, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(field, empty);
        }
    }

    public static T? Word<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var word) && Enum.IsDefined(word) ? word : null;
}
