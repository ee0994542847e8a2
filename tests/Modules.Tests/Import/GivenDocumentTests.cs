using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

public sealed class GivenDocumentTests
{
    [Fact]
    public void Read_EveryLine_IsMapped()
    {
        var reading = GivenDocument.Read();

        Assert.Equal(213, reading.LinesTotal);
        Assert.Equal(136, reading.Account.Count);
        Assert.Empty(reading.Account.Where(line => !line.IsMapped).Select(line => line.Line));
    }

    [Fact]
    public void Read_Counts_AreThoseOfTheDocument()
    {
        var reading = GivenDocument.Read();

        var priority = Assert.Single(reading.Priorities);
        Assert.Equal(1, priority.Number);
        Assert.Equal(3, priority.Aims.Count);
        Assert.Equal(5, priority.Objectives.Count);
        Assert.Equal([3, 2, 1, 4, 2, 4, 1, 2], reading.KeyActions.Select(action => action.Milestones.Count));
        Assert.Equal(5, priority.Indicators.Count);
        Assert.All(priority.Indicators, indicator => Assert.True(indicator.IsSetOfPlan));
        Assert.Equal(6, priority.Indicators.Sum(indicator => indicator.Reviewers.Count));
        Assert.Equal(4, priority.Indicators.SelectMany(indicator => indicator.Reviewers).Distinct().Count());
        Assert.Equal([28, 29, 30], priority.NarrativeIndicators.SelectMany(indicator => indicator.Lines));
        Assert.Equal(3, priority.Risks.Count);
        Assert.Equal(15, priority.Challenges.Count);
        Assert.Equal(6, priority.Challenges.Count(challenge => challenge.PlanYear == "2014/15"));
        var nested = priority.Challenges.Where(challenge => challenge.Parent is not null).ToList();
        Assert.Equal(6, nested.Count);
        Assert.All(nested, challenge => Assert.Equal(priority.Challenges[8].Place, challenge.Parent));
        Assert.Equal(6, priority.Sections.Count);
        Assert.Equal(3, priority.ProgressStates.Count);
    }

    [Fact]
    public void Read_Deadlines_AreMonthsOngoingOrNone()
    {
        var milestones = GivenDocument.Read().Milestones.ToList();

        Assert.Equal(11, milestones.Count(milestone => milestone.Due.Kind == DueKind.Month));
        Assert.Equal(4, milestones.Count(milestone => milestone.Due.Kind == DueKind.Ongoing));
        Assert.Equal(
            [183, 190, 194, 195],
            milestones.Where(milestone => milestone.Due.Kind == DueKind.None).SelectMany(milestone => milestone.Lines)
        );
    }

    [Fact]
    public void Read_BlankProgress_IsNotStated() =>
        Assert.All(GivenDocument.Read().KeyActions, action => Assert.Equal(ReadProgress.NotStated, action.Progress));

    [Fact]
    public void Read_RowBrokenOverAPage_IsOneRow()
    {
        var action = GivenDocument.Read().KeyActions.Single(action => action.Lines.Contains(197));

        Assert.Equal([197, 200], action.Lines);
        Assert.Equal("CS / P", action.DepartmentText);
        Assert.All(action.Owners, owner => Assert.Equal(2, owner.Name.Split(' ').Length));
        Assert.Equal([true, false], action.Owners.Select(owner => owner.Accountable));
    }

    [Fact]
    public void Read_MilestoneNamingRoutes_ListsThem()
    {
        var milestone = GivenDocument.Read().Milestones.First();

        Assert.Equal([181], milestone.Lines);
        Assert.Equal(["Management Team", "CIB", "BSCB", "Scrutiny", "Report to Department for Education"], milestone.Routes);
    }

    [Theory]
    [InlineData(DoubtKind.RowMoved, 196)]
    [InlineData(DoubtKind.RowBroken, 197, 200)]
    [InlineData(DoubtKind.BlankDeadline, 183)]
    [InlineData(DoubtKind.BlankDeadline, 190)]
    [InlineData(DoubtKind.BlankDeadline, 194)]
    [InlineData(DoubtKind.BlankDeadline, 195)]
    [InlineData(DoubtKind.Departments, 197, 200, 212)]
    [InlineData(DoubtKind.Abbreviation, 34, 181, 184, 187)]
    [InlineData(DoubtKind.Officers, 187, 193, 211)]
    [InlineData(DoubtKind.Officers, 201, 213)]
    [InlineData(DoubtKind.GroupOwner, 181)]
    [InlineData(DoubtKind.BrokenSentence, 36, 38)]
    public void Read_Doubt_IsRaised(DoubtKind kind, params int[] lines)
    {
        var doubts = GivenDocument.Read().Doubts.Where(doubt => doubt.Kind == kind).Select(doubt => doubt.Lines);

        Assert.Contains(doubts, doubt => doubt.SequenceEqual(lines));
    }

    [Fact]
    public void Read_Doubts_AreNoMoreThanTheDocumentGives() => Assert.Equal(12, GivenDocument.Read().Doubts.Count);

    [Fact]
    public void Read_MovedRowAnsweredStay_IsANinthAction()
    {
        var doubt = GivenDocument.Read().Doubts.Single(doubt => doubt.Kind == DoubtKind.RowMoved);

        var reading = GivenDocument.Read(new Dictionary<string, string> { [doubt.Id] = "stay" });

        Assert.Equal(9, reading.KeyActions.Count());
        Assert.Equal("stay", reading.Doubts.Single(again => again.Id == doubt.Id).Answer);
    }
}
