using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk.Tests;

/// <summary>A component's parameters; what is null is not given, so that the component's default stands.</summary>
internal sealed class Parameters
{
    private readonly Dictionary<string, object> given = [];

    public IReadOnlyDictionary<string, object> All => given;

    public object? this[string name]
    {
        set
        {
            if (value is not null)
                given[name] = value;
        }
    }

    public RenderFragment In<TComponent>()
        where TComponent : IComponent =>
        builder =>
        {
            builder.OpenComponent<TComponent>(0);
            builder.AddMultipleAttributes(1, given);
            builder.CloseComponent();
        };
}
