using System.Text.Json;

namespace Trellis.GovUk.Tests.Conformance;

/// <summary>One of GOV.UK Frontend's own examples: the macro's options and the html that it makes of them.</summary>
public sealed record Fixture(string Component, string Name, Options Options, string Html)
{
    private static readonly Lazy<IReadOnlyList<Fixture>> Loaded = new(Load);

    public static IReadOnlyList<Fixture> All => Loaded.Value;

    private static List<Fixture> Load()
    {
        var fixtures = new List<Fixture>();
        foreach (var file in Directory.EnumerateFiles(Folder(), "fixtures.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            var component = root.GetProperty("component").GetString()!;
            foreach (var fixture in root.GetProperty("fixtures").EnumerateArray())
            {
                fixtures.Add(
                    new(
                        component,
                        fixture.GetProperty("name").GetString()!,
                        new(fixture.GetProperty("options")),
                        fixture.GetProperty("html").GetString()!
                    )
                );
            }
        }
        return fixtures;
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var components = Path.Combine(folder.FullName, "src/GovUk/node_modules/govuk-frontend/dist/govuk/components");
            if (Directory.Exists(components))
                return components;
        }
        throw new DirectoryNotFoundException("The package's fixtures are in src/GovUk/node_modules, which the build fills.");
    }
}
