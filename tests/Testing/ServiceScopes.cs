using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Testing;

public static class ServiceScopes
{
    /// <summary>The service, in fewer letters than a test would need otherwise.</summary>
    public static T Get<T>(this IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();
}
