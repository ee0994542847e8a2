namespace Trellis.Web.Hosting;

/// <summary>Where this installation keeps its things.</summary>
/// <param name="Folder">The folder of the embedded database and everything else that is written.</param>
/// <param name="Postgres">The connection to PostgreSQL, when that is used in place of the embedded database.</param>
/// <param name="Samples">A folder of sample plans that an empty database takes over at its first start.</param>
public sealed record Place(string Folder, string? Postgres, string? Samples)
{
    public string DatabaseFile => Path.Combine(Folder, "trellis.db");
    public string Keys => Path.Combine(Folder, "keys");

    /// <summary>Settings <c>Trellis:Data</c>, <c>Trellis:Postgres</c> and <c>Trellis:Samples</c>.</summary>
    public static Place Of(IConfiguration configuration) => new(
        Path.GetFullPath(configuration["Trellis:Data"] ?? "data"),
        configuration["Trellis:Postgres"] is { Length: > 0 } connection ? connection : null,
        configuration["Trellis:Samples"] is { Length: > 0 } samples ? Path.GetFullPath(samples) : null);
}
