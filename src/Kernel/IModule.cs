using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel.Access;
using Trellis.Kernel.Terminal;

namespace Trellis.Kernel;

/// <summary>
/// One part of the product. All that it adds (tables, services, policies, navigation, commands) is registered here and
/// nowhere else; the hosts walk one explicit list of modules.
/// </summary>
public interface IModule
{
    /// <summary>The assembly-wide name, such as "Plans"; it prefixes the module's tables.</summary>
    string Name { get; }

    /// <summary>What a role may do in this module. Every page and endpoint names one of these.</summary>
    IEnumerable<Permission> Permissions => [];

    IEnumerable<NavigationItem> Navigation => [];

    void Map(ModelBuilder model);

    void AddServices(IServiceCollection services, IConfiguration configuration) { }

    void MapEndpoints(IEndpointRouteBuilder endpoints) { }

    /// <summary>
    /// Terminal commands, each from its first word on. Two modules that both bring "import" meet in the host's <see cref="CommandHost.Group"/> with
    /// their second words.
    /// </summary>
    IEnumerable<Command> Commands(CommandHost host) => [];
}

/// <summary>One entry of the service navigation, shown to those who hold its permission.</summary>
/// <param name="Position">Where it stands: the order is the product's, not the modules'.</param>
/// <param name="Within">How the addresses of the pages within it begin, besides its own.</param>
public sealed record NavigationItem(string Text, string Address, string Permission, int Position, params string[] Within)
{
    public bool Contains(string address) => Within.Append(Address).Any(own => address == own || address.StartsWith(own + "/", StringComparison.Ordinal));
}
