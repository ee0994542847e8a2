using System.Text;
using Trellis.People.Nhs;
using Trellis.Testing;

namespace Trellis.Modules.Tests.People;

/// <summary>What the NHS answers is one of five outcomes, by the payloads of its sandbox and by cases at the edges.</summary>
public sealed class PdsOutcomeTests
{
    [Theory]
    [InlineData("single_match.json", PdsVerdict.Match)]
    [InlineData("single_match_low_confidence.json", PdsVerdict.Potential)]
    [InlineData("single_match_really_low_confidence.json", PdsVerdict.Low)]
    [InlineData("multi_match.json", PdsVerdict.Many)]
    [InlineData("no_match.json", PdsVerdict.None)]
    [InlineData("single_patient_demographic.json", PdsVerdict.Match)]
    public void Of_PublishedPayload_IsTheOutcomeThatItsNameSays(string file, PdsVerdict expected)
    {
        var payload = File.ReadAllBytes(SharedFolder.PlaceOf($"oracles/people/sui-wiremock-pds/{file}"));

        var outcome = PdsOutcome.Of([PdsAnswer.Read(payload)]);

        Assert.Equal(expected, outcome.Verdict);
        Assert.Equal(expected is not (PdsVerdict.Many or PdsVerdict.None), outcome.Patient is not null);
    }

    [Theory]
    [InlineData(0.95, PdsVerdict.Match)]
    [InlineData(0.9499, PdsVerdict.Potential)]
    [InlineData(0.85, PdsVerdict.Potential)]
    [InlineData(0.8499, PdsVerdict.Low)]
    public void Of_OneAnswer_IsByItsScore(double score, PdsVerdict expected) => Assert.Equal(expected, PdsOutcome.Of([Answer(("9000000009", score))]).Verdict);

    [Fact]
    public void Of_TwoConfidentNumbers_AreManyWhicheverIsSurer()
    {
        Assert.Equal(PdsVerdict.Many, PdsOutcome.Of([Answer(("9000000009", 0.99)), Answer(("9000000017", 0.96))]).Verdict);
        Assert.Equal(PdsVerdict.Match, PdsOutcome.Of([Answer(("9000000009", 0.99)), Answer(("9000000009", 0.96)), Answer(("9000000017", 0.9))]).Verdict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":")]
    [InlineData("{\"resourceType\":\"Basic\"}")]
    public void Read_WhatIsNoAnswer_SaysSo(string json) => Assert.Throws<FormatException>(() => PdsAnswer.Read(Encoding.UTF8.GetBytes(json)));

    private static PdsAnswer Answer(params (string Number, double Score)[] patients) =>
        new([.. patients.Select(p => new PdsPatient(p.Number, "Joe", "Bloggs", "2010-01-01", "male", "", "", "", p.Score))], false);
}
