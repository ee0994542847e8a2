using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Data;
using Trellis.Kernel.Jobs;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Outbox;
using Trellis.Kernel.Settings;
using Trellis.Kernel.Things;

namespace Trellis.Kernel;

public static class KernelServices
{
    /// <summary>What every host needs, pages or none: the kernel's services over the database that the host adds.</summary>
    /// <param name="keysFolder">Where the key ring and the sealing key lie: outside the database, with its own backup.</param>
    public static IServiceCollection AddKernel(this IServiceCollection services, string keysFolder, IReadOnlyList<IModule> modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMemoryCache();
        services.AddHttpContextAccessor();
        services.AddDataProtection().SetApplicationName("Trellis").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(keysFolder, "ring")));
        foreach (var module in modules)
        {
            services.AddSingleton(module);
        }

        services.AddSingleton(new AuditKeys(keysFolder));
        services.AddSingleton(new ErasedSubjects(keysFolder));
        services.AddSingleton<PersonalValues>();
        services.AddSingleton<WriteTurn>();
        services.AddSingleton(typeof(SavingRuns<>));
        services.AddScoped<SubjectErasing>();
        services.AddScoped<ReadLog>();
        services.AddScoped<Sealer>();
        services.AddScoped<AuditVerification>();
        services.AddScoped<History>();
        services.AddScoped<AuditLog>();
        services.AddScoped<WorkingCalendar>();
        services.AddScoped<CouncilSettings>();
        services.AddSingleton<OrganisationQueries>();
        services.AddScoped<OrganisationService>();
        services.AddScoped<AgencyService>();
        services.AddScoped<AccountService>();
        services.AddScoped<SignInService>();
        services.AddScoped<WaysIn>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<ThingLinks>();
        services.AddScoped<NoteService>();
        services.AddScoped<OutboxService>();
        services.AddScoped<OutboxSender>();
        foreach (var definition in KernelSettings.All)
        {
            services.AddSingleton(definition);
        }

        AddAccess(services, modules);
        return services;
    }

    private static void AddAccess(IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 12;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequiredUniqueChars = 5;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<AppDbContext>()
            .AddClaimsPrincipalFactory<AccountPrincipals>()
            .AddSignInManager<AccountSignIn>()
            .AddDefaultTokenProviders();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // Kept by the device under the account's name: nobody types an address before using one.
            passkeys.ResidentKeyRequirement = "required";
        });
        var policies = services.AddAuthorizationBuilder();
        foreach (var permission in KernelPermission.All.Concat(modules.SelectMany(m => m.Permissions)))
        {
            policies.AddPolicy(permission.Name, policy => policy.RequireAuthenticatedUser().RequireRole(permission.Roles));
        }
    }
}
