using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Trellis.Kernel;
using Trellis.Web;

namespace Trellis.Architecture.Tests;

/// <summary>What references between projects cannot keep.</summary>
public sealed class PageTests
{
    private static readonly Assembly[] Ours = [typeof(IModule).Assembly, typeof(TrellisModules).Assembly, .. TrellisModules.All.Select(m => m.GetType().Assembly)];

    public static TheoryData<Type> Pages => [.. Ours.SelectMany(a => a.GetTypes()).Where(t => t.GetCustomAttributes<RouteAttribute>().Any())];

    [Theory, MemberData(nameof(Pages))]
    public void Page_SaysWhoMayOpenIt(Type page)
    {
        var policies = page.GetCustomAttributes<AuthorizeAttribute>().Select(a => a.Policy).ToList();

        Assert.True(policies.Any(p => p is not null) || page.GetCustomAttribute<AllowAnonymousAttribute>() is not null);
    }

    [Fact]
    public void Addresses_OfPages_AreEachOnePages()
    {
        var addresses = Pages.SelectMany(row => ((Type)row.Data).GetCustomAttributes<RouteAttribute>()).Select(r => r.Template.ToLowerInvariant());

        Assert.Empty(addresses.GroupBy(a => a, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Policies_OfPages_AreAllDefinedByTheKernelOrAModule()
    {
        var known = Kernel.Access.KernelPermission.All.Concat(TrellisModules.All.SelectMany(m => m.Permissions)).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var asked = Pages.Select(row => (Type)row.Data).SelectMany(t => t.GetCustomAttributes<AuthorizeAttribute>()).Select(a => a.Policy!);

        Assert.Empty(asked.Where(p => !known.Contains(p)).Distinct(StringComparer.Ordinal));
    }
}
