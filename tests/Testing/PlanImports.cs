using Trellis.Kernel;
using Trellis.Plans;
using Trellis.Plans.Importing;

namespace Trellis.Testing;

/// <summary>Imports a document as somebody would who takes every doubt as proposed.</summary>
public static class PlanImports
{
    private static readonly Process Doing = new("Imported for a test", Actor.Program);

    /// <param name="into">The plan that it changes; null for a new one.</param>
    /// <param name="choice">What stands wherever a person must choose; null leaves it open.</param>
    public static Task<Result<Plan>> ImportAsync(this TrellisHost host, byte[] document, Plan? into = null, string? choice = null, string name = GivenDocument.FileName) =>
        host.InScopeAsync(async services =>
        {
            var imports = services.Get<ImportService>();
            // Two imports in the same moment would have no order.
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            var open = await services.SettledAsync(document, into, name);
            var choices = (await imports.CompareAsync(open, default)).SelectMany(ImportQuestion.Of).Where(_ => choice is not null).ToDictionary(q => q.Key, _ => choice!, StringComparer.Ordinal);
            return await imports.SaveAsync(open.Import.Id, "The given plan", "2014/15", choices, Doing, default);
        });

    /// <summary>Read, every doubt settled as proposed, and waiting to be saved.</summary>
    public static async Task<OpenImport> SettledAsync(this IServiceProvider services, byte[] document, Plan? into = null, string name = GivenDocument.FileName)
    {
        var imports = services.Get<ImportService>();
        var staged = await imports.StageAsync(name, document, into?.Id, Doing, default);
        var id = staged.Value?.Id ?? throw new InvalidOperationException(string.Join("; ", staged.Errors));
        var open = (await imports.OpenAsync(id, default))!;
        while (!open.Reading.IsSettled)
        {
            if (open.Reading.Doubts.Where(d => !d.IsSettled).All(d => open.Answers.ContainsKey(d.Id)))
            {
                throw new InvalidOperationException("Doubts stay open under their own proposals: " + string.Join("; ", open.Reading.Doubts.Where(d => !d.IsSettled).Select(d => d.Id)));
            }

            var answers = open.Reading.Doubts.Where(d => !d.IsSettled).ToDictionary(d => d.Id, d => d.Proposed, StringComparer.Ordinal);
            await imports.AnswerAsync(id, answers, Doing, default);
            open = (await imports.OpenAsync(id, default))!;
        }

        return open;
    }
}
