using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Returns;

namespace Trellis.StatutoryReturns.Pages;

internal static class SeverityTag
{
    private static readonly MarkupString Error = new("""<strong class="govuk-tag govuk-tag--red">Error</strong>""");
    private static readonly MarkupString Query = new("""<strong class="govuk-tag govuk-tag--yellow">Query</strong>""");
    private static readonly MarkupString NotStated = new("""<strong class="govuk-tag govuk-tag--orange">Not stated</strong>""");

    public static MarkupString Of(Severity severity) => severity switch
    {
        Severity.Error => Error,
        Severity.Query => Query,
        _ => NotStated,
    };
}
