using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Trellis.GovUk;

namespace Trellis.Kernel.Settings;

/// <summary>The council's own values for what the product lets it set, each with a default.</summary>
public sealed class CouncilSettings(AppDbContext db, IEnumerable<SettingDefinition> definitions, IMemoryCache cache, TimeProvider clock)
{
    private const string CacheKey = "settings";

    public IEnumerable<SettingDefinition> Definitions => definitions;

    public async Task<string> GetAsync(string key, CancellationToken ct) =>
        (await AllAsync(ct)).TryGetValue(key, out var setting) ? setting.Value : Definition(key).Default;

    /// <summary>The saved settings by key, with the version that a form sends back.</summary>
    public async Task<IReadOnlyDictionary<string, Setting>> AllAsync(CancellationToken ct) =>
        (await cache.GetOrCreateAsync(CacheKey, async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            return await db.Set<Setting>().AsNoTracking().ToDictionaryAsync(s => s.Key, StringComparer.Ordinal, ct);
        }))!;

    /// <summary>What makes the pages this council's own.</summary>
    public async Task<Theme> ThemeAsync(CancellationToken ct) => new()
    {
        CouncilName = await GetAsync(KernelSettings.CouncilName, ct),
        ServiceName = await GetAsync(KernelSettings.ServiceName, ct),
        BrandColour = await GetAsync(KernelSettings.BrandColour, ct),
        LogoUrl = await GetAsync(KernelSettings.Logo, ct) is { Length: > 0 } logo ? logo : null,
    };

    /// <summary>The version of all settings together: it grows with each that is saved.</summary>
    public async Task<int> VersionAsync(CancellationToken ct) => await db.Set<Setting>().SumAsync(s => s.Version, ct);

    /// <param name="version">What <see cref="VersionAsync"/> said when the values were read.</param>
    public async Task<Result<int>> SaveAsync(int version, IReadOnlyDictionary<string, string> values, Process process, CancellationToken ct)
    {
        var errors = values
            .Select(v => (v.Key, Error: Definition(v.Key).Check(v.Value.Trim())))
            .Where(v => v.Error is not null)
            .Select(v => new FieldError($"Values[{v.Key}]", v.Error!))
            .ToList();
        if (errors.Count > 0)
        {
            return errors;
        }

        var saved = await db.Set<Setting>().ToDictionaryAsync(s => s.Key, StringComparer.Ordinal, ct);
        if (saved.Values.Sum(s => s.Version) is var now && now != version)
        {
            return new Conflict(now, [.. values.Select(v => new ConflictField(
                Definition(v.Key).Label, saved.TryGetValue(v.Key, out var theirs) ? theirs.Value : Definition(v.Key).Default, v.Value))]);
        }

        foreach (var (key, value) in values.Where(v => saved.ContainsKey(v.Key) || v.Value.Trim() != Definition(v.Key).Default))
        {
            if (!saved.TryGetValue(key, out var setting))
            {
                db.Add(setting = new Setting { Id = ThingId.New(clock), Key = key });
            }

            setting.Value = value.Trim();
        }

        await db.SaveAsync(process, ct);
        cache.Remove(CacheKey);
        return values.Count;
    }

    /// <summary>Fails the start when a stored value is one that the product could not work with.</summary>
    public async Task ValidateAsync(CancellationToken ct)
    {
        foreach (var setting in (await AllAsync(ct)).Values)
        {
            if (definitions.FirstOrDefault(d => d.Key == setting.Key)?.Check(setting.Value) is { } wrong)
            {
                throw new InvalidOperationException($"The setting {setting.Key} holds a value that cannot be used: {wrong}.");
            }
        }
    }

    private SettingDefinition Definition(string key) => definitions.Single(d => d.Key == key);
}

/// <summary>The kernel's own settings.</summary>
public static class KernelSettings
{
    public const string CouncilName = "council.name";
    public const string ServiceName = "service.name";
    public const string BrandColour = "theme.colour";
    public const string Logo = "theme.logo";

    public static readonly SettingDefinition[] All =
    [
        new(CouncilName, "Name of the council", "Shown in the header of every page", "Your council", v => Text(v, 80)),
        new(ServiceName, "Name of the service", "Shown beside the council's name", "Plan for children", v => Text(v, 80)),
        new(BrandColour, "Colour", "Six hexadecimal digits after #, for example #005a5a. It must be dark enough to read white text on", "#1d4f5f", v => new Theme { BrandColour = v }.Problems().Any() ? "Enter a colour such as #005a5a, dark enough to read white text on" : null),
        new(Logo, "Logo", "The path of a picture in the wwwroot folder, for example /logo.svg. Leave empty for the name alone", "", v => v.Length == 0 || (v.StartsWith('/') && v.Length <= 200) ? null : "Enter a path that begins with /"),
    ];

    private static string? Text(string value, int longest) =>
        value.Length is > 0 && value.Length <= longest ? null : $"Enter 1 to {longest} characters";
}
