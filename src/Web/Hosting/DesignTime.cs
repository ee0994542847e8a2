using Microsoft.EntityFrameworkCore.Design;
using Trellis.Kernel;

namespace Trellis.Web.Hosting;

/// <summary>For <c>dotnet ef</c>, which passes on what stands behind <c>--</c>: "postgres" or nothing.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args)
    {
        var postgres = args.Contains("postgres");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Trellis:Data"] = Path.Combine(Path.GetTempPath(), "trellis-design"),
            ["Trellis:Postgres"] = postgres ? "Host=localhost;Database=design" : null,
        }).Build();
        return new ServiceCollection().AddLogging().AddTrellis(configuration).BuildServiceProvider().GetRequiredService<AppDbContext>();
    }
}
