using System.IO.Compression;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Http.Features;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Outbox;

namespace Trellis.Web.Hosting;

/// <summary>The web program, put together once for the host, the terminal's <c>serve</c> and the tests.</summary>
public static class TrellisApp
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        Core.PinCulture();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = ProgramName(),
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Built but not published, the stylesheets still lie in the projects that bring them.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = FormGuard.LargestBody;
        });
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
        builder.AddWatch();
        builder.Services.AddTrellis(builder.Configuration);
        AddPages(builder.Services);
        builder.Services.AddSignIn(builder.Configuration);
        builder.Services.AddTrafficLimits();
        builder.Services.AddHostedService<SealingService>();
        builder.Services.AddHostedService<SendingService>();
        adjust?.Invoke(builder);
        var app = builder.Build();
        Use(app);
        return app;
    }

    /// <summary>Prepares the database, opens the door, and prints where it is.</summary>
    /// <returns>The address of the first page that somebody should open.</returns>
    public static async Task<string> StartAsync(WebApplication app, CancellationToken ct)
    {
        CoreDumps.Forbid();
        string? link;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            link = await scope.ServiceProvider.GetRequiredService<FirstStart>().PrepareAsync(ct);
        }

        await app.StartAsync(ct);
        var address = app.Urls.FirstOrDefault() ?? "";
        await Console.Out.WriteLineAsync($"Trellis is ready at {address}");
        if (link is not null)
        {
            await Console.Out.WriteLineAsync($"Nobody can sign in yet. Start as the first administrator, once: {address}{link}");
        }

        return address + link;
    }

    /// <summary>The program whose list of static files lies beside it: the terminal's when that serves, otherwise this one's.</summary>
    private static string ProgramName()
    {
        var started = System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name;
        return File.Exists(Path.Combine(AppContext.BaseDirectory, $"{started}.staticwebassets.endpoints.json")) ? started! : typeof(TrellisApp).Assembly.GetName().Name!;
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddRazorComponents(pages =>
        {
            // A grid of a plan has more than the usual thousand fields.
            pages.MaxFormMappingCollectionSize = FormGuard.MostFields;
        });
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = FormGuard.MostFields;
            form.MultipartBodyLengthLimit = FormGuard.LargestBody;
        });
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        // A proxy on this machine says who asked it, and that they did so by TLS. Others are not believed.
        services.Configure<ForwardedHeadersOptions>(proxy => proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddResponseCompression(compression => compression.EnableForHttps = false);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    private static void Use(WebApplication app)
    {
        // Where the framework is told to believe any proxy, it does so itself; twice would believe what a browser made up.
        if (!app.Configuration.GetValue<bool>("ForwardedHeaders_Enabled"))
        {
            app.UseForwardedHeaders();
        }

        app.UseExceptionHandler("/error/500", createScopeForErrors: true);
        app.UseBrowserSafety();
        app.UseHeadAsGet();
        app.UseSentWithProgress();
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.UseNotFoundForPosts();
        app.UsePublicCache();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseDenyByDefault();
        app.UseFormGuard();
        app.UseAntiforgery();
        app.UseCouncilTheme();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddAdditionalAssemblies(Routes.Pages);
        app.MapOwnEndpoints();
        foreach (var module in TrellisModules.All)
        {
            module.MapEndpoints(app);
        }
    }
}
