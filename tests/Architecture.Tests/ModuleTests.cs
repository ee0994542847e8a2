using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Testing;
using Trellis.Web;

namespace Trellis.Architecture.Tests;

public sealed class ModuleTests(TrellisHost host) : IClassFixture<TrellisHost>
{
    [Fact]
    public void Modules_OfEveryAssemblyBesideUs_AreInTheOneList()
    {
        var beside = Directory.EnumerateFiles(AppContext.BaseDirectory, "Trellis.*.dll")
            .Where(f => !f.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .SelectMany(f => Assembly.LoadFrom(f).GetTypes())
            .Where(t => typeof(IModule).IsAssignableFrom(t) && t is { IsAbstract: false });

        Assert.Equal(beside.Select(t => t.FullName).Order(StringComparer.Ordinal), TrellisModules.All.Select(m => m.GetType().FullName).Order(StringComparer.Ordinal));
    }

    [Theory, InlineData("Disclosure"), InlineData("Papers"), InlineData("Spc"), InlineData("Tables")]
    public void Engines_KnowNothingOfTrellis(string engine)
    {
        var known = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, $"Trellis.{engine}.dll")).GetReferencedAssemblies();

        Assert.DoesNotContain(known, a => a.Name!.StartsWith("Trellis", StringComparison.Ordinal));
    }

    [Fact]
    public void Entities_OfOurOwn_AreSealedOrAbstract()
    {
        var open = EntityTypes().Where(t => t.Namespace!.StartsWith("Trellis", StringComparison.Ordinal) && t is { IsSealed: false, IsAbstract: false });

        Assert.Empty(open.Select(t => t.FullName));
    }

    [Fact]
    public void Entities_ThatAreThings_CountTheirVersions()
    {
        using var scope = host.App.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var careless = db.Model.GetEntityTypes().Where(e => e.BaseType is null && typeof(IThing).IsAssignableFrom(e.ClrType))
            .Where(e => e.FindProperty(nameof(IThing.Version)) is not { IsConcurrencyToken: true });

        Assert.Empty(careless.Select(e => e.Name));
    }

    [Fact]
    public void Migrations_FollowTheModel()
    {
        using var scope = host.App.Services.CreateScope();

        Assert.False(scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.HasPendingModelChanges());
    }

    private List<Type> EntityTypes()
    {
        using var scope = host.App.Services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<AppDbContext>().Model.GetEntityTypes().Select(e => e.ClrType).Distinct()];
    }
}
