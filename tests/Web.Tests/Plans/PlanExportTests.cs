using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Web.Tests.Plans;

public sealed class PlanExportTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    /// <summary>What a spreadsheet would calculate, or send to somebody, when it is opened.</summary>
    private static readonly string[] Formulas = ["=HYPERLINK(\"https://elsewhere.example\")", "+44 20 7946 0000", "-5 per cent", "@council", "\t=1+1", "\r=1+1"];

    private static readonly Process Made = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Get_TextsThatAreFormulas_LeaveAsTextInCsvAndUnchangedInJson(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        var plan = await new PlanBuilder().MakeAsync(host);
        foreach (var _ in Formulas)
        {
            await host.InScopeAsync(s => s.Get<ItemService>().AddAsync(plan, "KA-2", new MilestoneOptions("To be a formula", Due.None), Made, default));
        }

        await host.InDatabaseAsync(async db =>
        {
            // Past the form, which takes white space away: whatever way a text came in, it must not leave as a formula.
            var items = await db.Set<PlanItem>().Where(i => i.PlanId == plan.Id).ToDictionaryAsync(i => i.Reference);
            foreach (var (formula, i) in Formulas.Select((f, i) => (f, i)))
            {
                db.Entry(items[$"M-{6 + i}"]).Property(m => m.Title).CurrentValue = formula;
            }

            db.Entry(items["KA-2"]).Property(a => a.Title).CurrentValue = "=2*3";
            await db.SaveAsync(Made, default);
            return true;
        });
        using var reader = await host.SignedInAsync(Role.Reader);

        var csv = await reader.Http.GetStringAsync($"/plan/{plan.Address}/export.csv");
        var cells = Cells(csv);
        Assert.Equal(Formulas.Select(f => "'" + f), cells.Where(c => Formulas.Contains(c.TrimStart('\''))));
        Assert.Equal(Formulas.Length + 1, cells.Count(c => c == "'=2*3"));
        Assert.DoesNotContain(cells, c => c.Length > 0 && c[0] is '=' or '+' or '-' or '@' or '\t' or '\r');

        var titles = (await reader.ItemsOfAsync(plan, "KA", "M")).Select(i => i.Title).ToList();
        Assert.Contains("=2*3", titles);
        Assert.Equal(Formulas, titles.Where(Formulas.Contains));
    }

    /// <summary>The cells as a spreadsheet takes them in (RFC 4180).</summary>
    private static List<string> Cells(string csv)
    {
        var cells = new List<string>();
        var cell = "";
        var isQuoted = false;
        for (var i = csv[0] == '\uFEFF' ? 1 : 0; i < csv.Length; i++)
        {
            if (csv[i] == '"')
            {
                // Two quotation marks within quotation marks are one.
                isQuoted = !isQuoted;
                cell += isQuoted && i > 0 && csv[i - 1] == '"' ? "\"" : "";
            }
            else if (!isQuoted && csv[i] is ',' or '\n')
            {
                cells.Add(csv[i] == '\n' ? cell.TrimEnd('\r') : cell);
                cell = "";
            }
            else
            {
                cell += csv[i];
            }
        }

        return cells;
    }
}
