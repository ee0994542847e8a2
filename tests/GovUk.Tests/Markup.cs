using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Trellis.GovUk.Tests;

/// <summary>Renders a component to html as the server does.</summary>
internal static class Markup
{
    public static Task<string> OfAsync<TComponent>(Parameters parameters)
        where TComponent : IComponent => OfAsync(typeof(TComponent), parameters);

    public static async Task<IDocument> PageOfAsync<TComponent>(Parameters parameters)
        where TComponent : IComponent => new HtmlParser().ParseDocument(await OfAsync<TComponent>(parameters));

    public static Task<string> OfAsync(Type component, Parameters parameters) =>
        OfAsync(builder =>
        {
            builder.OpenComponent(0, component);
            builder.AddMultipleAttributes(1, parameters.All!);
            builder.CloseComponent();
        });

    public static async Task<string> OfAsync(RenderFragment content)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Content"] = content });
            var root = await renderer.RenderComponentAsync<Holder>(parameters);
            return root.ToHtmlString();
        });
    }

    private sealed class Holder : ComponentBase
    {
        [Parameter]
        public RenderFragment Content { get; set; } = null!;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, Content);
    }
}
