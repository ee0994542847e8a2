using System.Globalization;
using System.Text;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.People.Extracts;
using Trellis.People.Sight;

namespace Trellis.Testing;

/// <summary>Makes agencies, people who work for them, and extracts of made-up persons.</summary>
public sealed class ExtractBuilder
{
    public const string UsualHead = "id,first name,surname,dob,sex,address,postcode,nhs number";

    private static readonly Process Made = new("Made for a test", Actor.Program);
    private static int count;

    public string Head { get; init; } = UsualHead;

    public IReadOnlyList<string> Rows { get; init; } = [];

    public byte[] Bytes => Encoding.UTF8.GetBytes(string.Join('\n', Rows.Prepend(Head)) + "\n");

    public static Task<Agency> AgencyAsync(TrellisHost host, string name) => host.InScopeAsync(async services =>
        (await services.Get<AgencyService>().SaveAsync(null, 0, $"{name} {Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture)}", Made, default)).Value!);

    /// <summary>Somebody who may search, and works for the agency.</summary>
    public static async Task<(Visitor Visitor, Account Account)> WorkerAsync(TrellisHost host, Agency? agency, string role = Role.Practitioner)
    {
        var account = await new AccountBuilder { Name = "Hub worker", Roles = [role] }.MakeAsync(host);
        if (agency is not null)
        {
            await host.InScopeAsync(async services => (await services.Get<SightService>().EmployAsync(account.Id, agency.Id, Made, default)).IsDone);
        }

        return (await AccountBuilder.SignInAsync(host, account), account);
    }

    /// <summary>Reads the extract and takes it in, as the pages do.</summary>
    public Task<Extract> TakeInAsync(TrellisHost host, Agency agency) => host.InScopeAsync(async services =>
    {
        var extracts = services.Get<ExtractService>();
        var staged = await extracts.StageAsync(agency.Id, "extract.csv", Bytes, Made, default);
        var taken = await extracts.TakeInAsync(staged.Value?.Id ?? throw new InvalidOperationException(string.Join("; ", staged.Errors)), Made, default);
        return taken.Value ?? throw new InvalidOperationException(string.Join("; ", taken.Errors));
    });

    /// <summary>An NHS number with the right last digit: one of those that are kept for tests (999...).</summary>
    public static string NhsNumber(int number)
    {
        for (var n = number * 11; ; n++)
        {
            var nine = $"999{n:000000}";
            var check = (11 - (nine.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11)) % 11;
            if (check < 10)
            {
                return nine + check.ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}
