using System.Text;
using Trellis.Bench;
using Trellis.Returns;
using Trellis.Returns.LookBack;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Returns of several years as one history of each child.</summary>
public sealed class LookBackTests
{
    private const string Headings = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,URN\n";

    [Fact]
    public void Join_AnEpisodeThatLasts_IsOneAndNeedsNoRepair()
    {
        var history = History.Of([Year(2024, "1,01/05/2023,S,C2,N1,U6,PR1,,,SC1"), Year(2025, "1,01/05/2023,S,C2,N1,U6,PR1,01/06/2024,E4A,SC1")]);

        Assert.Equal("01/05/2023-01/06/2024 S E4A", Told(history));
        Assert.Empty(history.Repairs);
    }

    [Theory]
    [InlineData("end missing", RepairKind.EndMissing, "01/05/2023-01/08/2023 S X1; 01/08/2023- P ", "1,01/05/2023,S,C2,N1,U6,PR1,,,SC1", "1,01/08/2023,P,C2,N1,U4,PR1,,,SC2")]
    [InlineData("end missing, care ceased between", RepairKind.EndMissing, "01/05/2023-01/08/2023 S ; 01/08/2023- S ", "1,01/05/2023,S,C2,N1,U6,PR1,,,SC1", "1,01/08/2023,S,C2,N1,U4,PR1,,,SC2")]
    [InlineData("a day between", RepairKind.GapOfOneDay, "01/05/2023-01/08/2023 S X1; 01/08/2023- P ", "1,01/05/2023,S,C2,N1,U6,PR1,31/07/2023,X1,SC1", "1,01/08/2023,P,C2,N1,U4,PR1,,,SC2")]
    [InlineData("days between", RepairKind.GapLeft, "01/05/2023-30/07/2023 S X1; 01/08/2023- P ", "1,01/05/2023,S,C2,N1,U6,PR1,30/07/2023,X1,SC1", "1,01/08/2023,P,C2,N1,U4,PR1,,,SC2")]
    [InlineData("overlap", RepairKind.Overlap, "01/05/2023-01/08/2023 S X1; 01/08/2023- P ", "1,01/05/2023,S,C2,N1,U6,PR1,05/08/2023,X1,SC1", "1,01/08/2023,P,C2,N1,U4,PR1,,,SC2")]
    [InlineData("start in care", RepairKind.StartInCare, "01/05/2023-01/08/2023 S X1; 01/08/2023- L ", "1,01/05/2023,S,C1,N1,U6,PR1,01/08/2023,X1,SC1", "1,01/08/2023,S,C2,N1,U6,PR1,,,SC1")]
    [InlineData("end in care", RepairKind.EndInCare, "01/05/2023-01/08/2023 S X1; 01/08/2023- P ", "1,01/05/2023,S,C2,N1,U6,PR1,01/08/2023,E8,SC1", "1,01/08/2023,P,C2,N1,U4,PR1,,,SC2")]
    public void Join_EpisodesThatDoNotMeet_AreRepairedByRule(string how, RepairKind kind, string told, string first, string next)
    {
        var history = History.Of([Year(2024, first, next)]);

        Assert.True(told == Told(history), $"{how}: {Told(history)}");
        Assert.Equal(kind, Assert.Single(history.Repairs).Kind);
        Assert.DoesNotContain("SC1", history.Repairs[0].What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,01/05/2023,S,C2,N1,U6,PR1,01/08/2023,E4A,SC1", "1,05/08/2023,S,C2,N1,U6,PR1,,,SC1")]
    [InlineData("1,01/05/2023,S,C2,N1,U6,PR1,01/08/2023,E4A,SC1", "1,01/08/2023,S,C2,N1,U6,PR1,,,SC1")]
    [InlineData("1,01/05/2023,S,C2,N1,U6,PR1,01/08/2023,X1,SC1", "1,01/08/2023,P,C2,N1,U4,PR1,,,SC2")]
    public void Join_EpisodesThatFit_StayAsTheyAre(string first, string next) => Assert.Empty(History.Of([Year(2024, first, next)]).Repairs);

    [Fact]
    public void Join_AnEpisodeThatTheNextYearBeginsOnFirstApril_IsOne()
    {
        var history = History.Of([Year(2024, "1,01/05/2023,S,C2,N1,U6,PR1,,,SC1"), Year(2025, "1,01/04/2024,P,C2,N1,U6,PR1,01/06/2024,E4A,SC1")]);

        Assert.Equal("01/05/2023-01/06/2024 S E4A", Told(history));
        Assert.Equal(RepairKind.CutAtYear, Assert.Single(history.Repairs).Kind);
    }

    [Fact]
    public void Join_AMoveOnFirstApril_StaysAMove()
    {
        var history = History.Of([Year(2024, "1,01/05/2023,S,C2,N1,U6,PR1,,,SC1"), Year(2025, "1,01/05/2023,S,C2,N1,U6,PR1,01/04/2024,X1,SC1", "1,01/04/2024,P,C2,N1,U4,PR1,,,SC2")]);

        Assert.Equal("01/05/2023-01/04/2024 S X1; 01/04/2024- P ", Told(history));
        Assert.Empty(history.Repairs);
    }

    [Fact]
    public void Join_AnEpisodeToldDifferently_IsAsTheLaterReturnHasIt()
    {
        var history = History.Of([Year(2024, "1,01/05/2023,S,V2,N1,U6,PR1,,,SC1"), Year(2025, "1,01/05/2023,S,C2,N1,U6,PR1,,,SC1")]);

        Assert.Equal("C2", history.EpisodesOf("1").Single().LegalStatus);
        Assert.Equal(RepairKind.Retold, Assert.Single(history.Repairs).Kind);
    }

    [Fact]
    public void Join_RowsThatRepeatOrHaveNoDay_AreTakenOnceOrLeftOut()
    {
        var history = History.Of([Year(2024, "1,01/05/2023,S,C2,N1,U6,PR1,,,SC1", "1,01/05/2023,S,C2,N1,U6,PR1,,,SC1", "1,31/02/2024,P,C2,N1,U6,PR1,,,SC1")]);

        Assert.Equal("01/05/2023- S ", Told(history));
        Assert.Equal([RepairKind.LeftOut, RepairKind.Repeated], history.Repairs.Select(r => r.Kind));
    }

    [Fact]
    public void Join_AnOpenEpisodeOfAChildWhoIsGone_IsSaidAndLeft()
    {
        var history = History.Of([Year(2024, "1,01/05/2023,S,C2,N1,U6,PR1,,,SC1"), Year(2025, "2,01/05/2024,S,C2,N1,U6,PR1,,,SC1")]);

        Assert.Equal("01/05/2023- S ", Told(history));
        Assert.Equal(("1", RepairKind.EndUnknown), (Assert.Single(history.Repairs).Child, history.Repairs[0].Kind));
    }

    [Fact]
    public void Children_AreKnownByTheirIdentifierAndNotByTheirPupilNumber()
    {
        var before = Read(2024, ("episodes.csv", Headings + "ab 1 ,01/05/2023,S,C2,N1,U6,PR1,,,SC1\n"), ("header.csv", "CHILD,DOB,UPN\nab 1,01/05/2015,A123\n"));
        var after = Read(2025, ("episodes.csv", Headings + "AB 1,01/05/2023,S,C2,N1,U6,PR1,,,SC1\n"), ("header.csv", "CHILD,DOB,UPN\nAB 1,01/05/2015,B456\n"));
        var history = History.Of([before, after]);

        Assert.Equal(["AB 1"], history.Children);
        Assert.Empty(history.Repairs);
    }

    [Fact]
    public void Story_OfBothReturns_StandsOnOneLineOfTime()
    {
        var care = Read(2025,
            ("episodes.csv", Headings + "A1,01/05/2024,S,C1,N1,U6,PR1,01/07/2024,X1,SC1\nA1,01/07/2024,L,C2,N1,U6,PR1,01/09/2024,X1,SC1\nA1,01/09/2024,P,C2,N1,K2,PR1,01/02/2025,E4A,SC2\n"),
            ("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\nA1,01/05/2015,M,03/10/2024,04/10/2024\n"),
            ("reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\nA1,01/05/2015,20/05/2024,PN1\n"));
        var census = Read(2025, ("census.xml", """
            <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year><ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails></Header><Children><Child>
            <ChildIdentifiers><LAchildID>a1</LAchildID></ChildIdentifiers>
            <CINdetails><CINreferralDate>2024-04-02</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
            <Section47><S47ActualStartDate>2024-04-10</S47ActualStartDate><DateOfInitialCPC>2024-04-25</DateOfInitialCPC></Section47></CINdetails>
            </Child></Children></Message>
            """));

        var story = History.Of([care, census]).StoryOf("a1");

        Assert.Equal(
            [
                "02/04/2024- Referral", "10/04/2024-25/04/2024 Enquiry", "25/04/2024- Conference", "01/05/2024-01/02/2025 Care", "01/05/2024-01/07/2024 LegalStatus", "01/05/2024-01/09/2024 Placement",
                "20/05/2024- Review", "01/07/2024-01/02/2025 LegalStatus", "01/09/2024-01/02/2025 Placement", "03/10/2024-04/10/2024 Missing",
            ],
            story.Select(e => $"{e.From:dd/MM/yyyy}-{e.To:dd/MM/yyyy} {e.Kind}"));
        Assert.Contains("children's home (K2)", story[8].Words, StringComparison.Ordinal);
    }

    /// <summary>Made-up returns, of which the later of two years is the earlier with its open episodes ended and a few rows spoilt.</summary>
    [Fact]
    public void History_OfReturnsInAnyOrderOrTwice_IsTheSame()
    {
        var folder = Directory.CreateTempSubdirectory("trellis-history-");
        try
        {
            new MadeReturns(150).WriteLookedAfter(folder.FullName);
            var rows = File.ReadAllLines(Path.Combine(folder.FullName, "episodes.csv"));
            var later = rows.Index().Where(r => r.Index == 0 || r.Index % 7 != 0).Select(r => r.Index % 5 == 0 ? r.Item.Replace(",C2,", ",C1,", StringComparison.Ordinal) : r.Item);
            StatutoryReturn first = Of(2026, rows), second = Of(2027, later), third = Of(2025, rows.Take(rows.Length / 2));
            var said = Said(History.Of([third, first, second]));

            Assert.Contains("Retold", said, StringComparison.Ordinal);
            Assert.Equal(said, Said(History.Of([second, third, first])));
            Assert.Equal(said, Said(History.Of([third, first, second, first, Of(2027, later)])));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static StatutoryReturn Of(int year, IEnumerable<string> rows) => Read(year, ("episodes.csv", string.Join('\n', rows)));
        static string Said(History history) =>
            string.Join('\n', history.Children.SelectMany(c => history.EpisodesOf(c).Select(e => e.ToString()).Concat(history.StoryOf(c).Select(s => s.ToString()))).Concat(history.Repairs.Select(r => r.ToString())));
    }

    private static string Told(History history) => string.Join("; ", history.EpisodesOf("1").Select(e => $"{e.From:dd/MM/yyyy}-{e.To:dd/MM/yyyy} {e.Began} {e.Ended}"));

    private static StatutoryReturn Year(int year, params string[] episodes) => Read(year, ("episodes.csv", Headings + string.Join('\n', episodes)));

    private static StatutoryReturn Read(int year, params (string Name, string Text)[] files) =>
        ReturnReader.Read([.. files.Select(f => new ReturnFile(f.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(f.Text))))], [], new ReadOptions { Year = year }).Return!;
}
