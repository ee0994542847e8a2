using System.Globalization;
using Trellis.Kernel.Settings;
using Trellis.People.Linking;

namespace Trellis.People;

public static class PeopleSettings
{
    /// <summary>How likely two records must be of one person for the program to join them.</summary>
    public const string SureFrom = "people.sure-from";

    private const double Least = 0.99;

    public static readonly SettingDefinition[] All =
    [
        new(SureFrom, "When records of agencies are joined without anybody looking", "How likely they must be of one person, from 0.99 to 1, if nobody else is likely. 1 joins only by equal NHS numbers", JoinRules.UsuallySure.ToString(CultureInfo.InvariantCulture),
            v => Read(v) is >= Least and <= 1 ? null : "Enter a number from 0.99 to 1, for example 0.999"),
    ];

    public static async Task<double> SureFromAsync(CouncilSettings settings, CancellationToken ct) => Read(await settings.GetAsync(SureFrom, ct)) ?? JoinRules.UsuallySure;

    private static double? Read(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
