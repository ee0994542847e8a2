using Trellis.Plans.Import;
using Xunit;

namespace Trellis.Modules.Tests.Import;

/// <summary>A comma stands between two owners, or within the name of one post: where nothing says which, a person does.</summary>
public sealed class OwnerCommaTests
{
    [Theory]
    [InlineData("Service Manager, Early Help", "Service Manager, Early Help")]
    [InlineData("Ann Wood, Bob Bold", "Ann Wood|Bob Bold")]
    [InlineData("Head of Early Help, Head of Schools", "Head of Early Help|Head of Schools")]
    [InlineData("Service Manager; Early Help", "Service Manager|Early Help")]
    public void Owners_AreSplitWhereTheyAreSeveral(string written, string owners) => Assert.Equal(owners, Owners(Read(written)));

    [Fact]
    public void Owners_CommaThatMayBePartOfAPost_IsAskedOfAPerson()
    {
        var doubt = Assert.Single(Read("Service Manager, Early Help").Doubts, d => d.Kind == DoubtKind.OwnerComma);

        Assert.Equal("Service Manager|Early Help", Owners(Read("Service Manager, Early Help", new() { [doubt.Id] = "several" })));
        Assert.DoesNotContain(Read("Ann Wood, Bob Bold").Doubts, d => d.Kind == DoubtKind.OwnerComma);
    }

    [Fact]
    public void Owners_PostThatIsKnown_IsTakenWholeAndNothingIsAsked()
    {
        var reading = Read("Assistant Director, Children's Services", officers: "Assistant Director, Children's Services");

        Assert.Equal("Assistant Director, Children's Services", Owners(reading));
        Assert.DoesNotContain(reading.Doubts, d => d.Kind is DoubtKind.OwnerComma or DoubtKind.GroupOwner);
    }

    private static string Owners(PlanReading reading) => string.Join('|', Assert.Single(reading.KeyActions).Owners.Select(o => o.Name));

    private static PlanReading Read(string owners, Dictionary<string, string>? answers = null, params string[] officers) => PlanReader.Read(
        PlanText.Document($"PRIORITY 1: Play\n\nKey Actions\n\nObjective\tAction\tMilestone\tDue\tLead Officer\nPlay outside\tOpen the park\tPaint the gate\tFeb 2030\t{owners}\n", "plan.txt"),
        answers, officers.ToHashSet(StringComparer.Ordinal));
}
