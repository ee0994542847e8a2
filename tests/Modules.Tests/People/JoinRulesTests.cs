using Trellis.People.Linking;
using Trellis.People.Records;

namespace Trellis.Modules.Tests.People;

/// <summary>Nothing is joined on score alone; twins, namesakes and rivals are for people.</summary>
public sealed class JoinRulesTests
{
    private const string Number = "9434765919";
    private const string OtherNumber = "9434765870";

    private readonly Dictionary<Guid, RecordContent> records = [];
    private readonly Dictionary<Guid, Guid> persons = [];
    private readonly HashSet<Guid> restricted = [];
    private readonly Dictionary<Guid, Guid[]> likelyBefore = [];
    private readonly List<(Guid, Guid)> apart = [];

    [Fact]
    public void Plan_OneNumberAndOneDay_JoinsThemWhateverTheScore()
    {
        var (a, b) = (Record("Jackson", "Hill", "2010-05-06", Number), Record("Jakson", "Stone", "06/05/2010", "943 476 5919"));

        Assert.Equal("Equal NHS numbers, and the dates of birth do not differ", Assert.Single(Plan(new CandidatePair(a, b, 0.4, 0)).Joined).Why);
    }

    [Fact]
    public void Plan_OneNumberAndAYearAlone_IsNoConflict()
    {
        var (a, b) = (Record("Jack", "Hill", "2010-05-06", Number), Record("Jack", "Hill", "2010", Number));

        Assert.Single(Plan(new CandidatePair(a, b, 0.9, 0)).Joined);
    }

    [Theory]
    [InlineData("Jack", "2010-05-07", "another day")]
    [InlineData("Jill", "2010-05-06", "a twin's name")]
    public void Plan_OneNumberAndAConflict_IsForPeople(string given, string birth, string why)
    {
        var (a, b) = (Record("Jack", "Hill", "2010-05-06", Number), Record(given, "Hill", birth, Number));

        var plan = Plan(new CandidatePair(a, b, 0.9999, 0));

        Assert.Empty(plan.Joined);
        Assert.True(plan.Doubtful.Single().Doubt == MatchDoubt.SharedNumber, why);
    }

    [Fact]
    public void Plan_OneNumberAndNamesChangedAbout_AreOneName()
    {
        var (a, b) = (Record("Hill", "Jack", "2010-05-06", Number), Record("Jack", "Hill", "2010-05-06", Number));

        Assert.Single(Plan(new CandidatePair(a, b, 0.9999, 0)).Joined);
    }

    [Fact]
    public void Plan_NumberThatIsNone_IsNoNumber()
    {
        var (a, b) = (Record("Jack", "Hill", "2010-05-06", "1234567890"), Record("Jack", "Hill", "2010-05-06", "1234567890"));

        Assert.Equal(MatchDoubt.Possible, Plan(new CandidatePair(a, b, 0.97, 0)).Doubtful.Single().Doubt);
    }

    [Fact]
    public void Plan_AllButCertainAndAlone_IsJoined()
    {
        var (a, b) = (Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06"));

        Assert.Single(Plan(new CandidatePair(a, b, 0.9995, 0)).Joined);
        Assert.Empty(Plan(new CandidatePair(a, b, 0.9985, 0)).Joined);
    }

    [Fact]
    public void Plan_WithoutADayOfBirth_IsNeverSureByScore()
    {
        var (a, b) = (Record("Araminta", "Hill", ""), Record("Araminta", "Hill", "2010-05-06"));

        Assert.Empty(Plan(new CandidatePair(a, b, 0.9999, 0)).Joined);
    }

    [Fact]
    public void Plan_Rival_LeavesBothToPeople()
    {
        var (a, b, c) = (Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-06-05"));

        var plan = Plan(new CandidatePair(a, b, 0.9999, 0), new CandidatePair(a, c, 0.8, 0));

        Assert.Empty(plan.Joined);
        Assert.Contains(plan.Doubtful, d => d.Pair.B == b && d.Doubt == MatchDoubt.Many);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Plan_ThirdThatMayBeOfBoth_IsNoRivalOfEither(bool isCandidate)
    {
        var (a, b, c) = (Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", ""));
        if (!isCandidate)
        {
            // Both stood there before, and their own pair is on the list already.
            likelyBefore[b] = [c];
        }

        var plan = Plan([new CandidatePair(a, b, 0.9999, 0), new CandidatePair(a, c, 0.8, 0), .. isCandidate ? [new CandidatePair(b, c, 0.7, 0)] : Array.Empty<CandidatePair>()]);

        Assert.Equal((a, b), (Assert.Single(plan.Joined).Pair.A, plan.Joined[0].Pair.B));
        Assert.Equal(MatchDoubt.Possible, Assert.Single(plan.Doubtful).Doubt);
    }

    [Fact]
    public void Plan_ThreeRecordsOfOnePerson_AreNoRivalsOfEachOther()
    {
        var (a, b, c) = (Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06"));

        var plan = Plan(new CandidatePair(a, b, 0.9999, 0), new CandidatePair(b, c, 0.9999, 0), new CandidatePair(a, c, 0.9999, 0));

        Assert.Equal(2, plan.Joined.Count);
        Assert.Empty(plan.Doubtful);
    }

    [Theory]
    [InlineData("Jack", "Jill", "2010-05-06", "2010-05-06", 0.0)]
    [InlineData("Ella", "Emma", "2010-05-06", "2010-05-06", 0.0)]
    [InlineData("John", "John", "1970-05-06", "2001-05-06", 0.0)]
    [InlineData("Jack", "Jack", "2010-05-06", "2010-05-06", 0.2)]
    public void Plan_TwoOfOneHousehold_AreForPeople(string given, string other, string birth, string otherBirth, double household)
    {
        var (a, b) = (Record(given, "Hill", birth), Record(other, "Hill", otherBirth));

        var plan = Plan(new CandidatePair(a, b, 0.9999, household));

        Assert.Empty(plan.Joined);
        Assert.Equal(MatchDoubt.Household, plan.Doubtful.Single().Doubt);
    }

    [Theory]
    [InlineData("Araminta", "Araminat")]
    [InlineData("Araminta", "Aramnta")]
    [InlineData("Araminta", "Araminda")]
    [InlineData("Araminta", "A")]
    [InlineData("Araminta", "")]
    public void Plan_OneSlipInTheName_IsNoOtherName(string given, string other)
    {
        var (a, b) = (Record(given, "Hill", "2010-05-06"), Record(other, "Hill", "2010-05-06"));

        Assert.Single(Plan(new CandidatePair(a, b, 0.9999, 0)).Joined);
    }

    [Fact]
    public void Plan_TwoNumbersByWayOfAThird_AreNotBroughtTogether()
    {
        var (a, b, c) = (Record("Araminta", "Hill", "2010-05-06", Number), Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06", OtherNumber));

        var plan = Plan(new CandidatePair(a, b, 0.9999, 0), new CandidatePair(b, c, 0.9999, 0));

        Assert.Single(plan.Joined);
        Assert.Contains(plan.Doubtful, d => d.Doubt == MatchDoubt.TwoNumbers);
    }

    [Fact]
    public void Plan_TwoPersonsByDecision_AreNotBroughtTogetherByAThirdRecord()
    {
        var (a, b, c, d) = (Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06"));
        (persons[a], persons[b]) = (Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(1)));
        apart.Add((persons[a], persons[b]));

        var plan = Plan(new CandidatePair(a, c, 0.9999, 0), new CandidatePair(c, d, 0.9998, 0), new CandidatePair(b, d, 0.9997, 0));

        Assert.Equal([(a, c), (c, d)], plan.Joined.Select(j => (j.Pair.A, j.Pair.B)));
        Assert.Equal((b, d), plan.Doubtful.Select(p => (p.Pair.A, p.Pair.B)).Single());
    }

    [Fact]
    public void Plan_DoubtsBetweenTwoPersons_AreAskedOnce()
    {
        var (a, b, c, d) = (Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06"), Record("Minty", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06", Number));
        (persons[a], persons[b]) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        persons[d] = persons[a];

        var plan = Plan(new CandidatePair(a, c, 0.7, 0), new CandidatePair(c, d, 0.8, 0), new CandidatePair(a, b, 0.6, 0), new CandidatePair(b, d, 0.9, 0));

        Assert.Equal([(b, d), (c, d)], plan.Doubtful.Select(p => (p.Pair.A, p.Pair.B)));
    }

    [Fact]
    public void Plan_DoubtThatOthersSettled_IsNotAsked()
    {
        var (a, b, c) = (Record("Araminta", "Hill", "2010-05-06", Number), Record("Araminta", "Hill", "2010-05-06"), Record("Araminta", "Hill", "2010-05-06", Number));

        var plan = Plan(new CandidatePair(a, c, 0.9999, 0), new CandidatePair(a, b, 0.9999, 0), new CandidatePair(b, c, 0.7, 0));

        Assert.Equal(2, plan.Joined.Count);
        Assert.Empty(plan.Doubtful);
    }

    [Fact]
    public void Plan_SomebodySealed_IsForPeople()
    {
        var (a, b) = (Record("Araminta", "Hill", "2010-05-06", Number), Record("Araminta", "Hill", "2010-05-06", Number));
        restricted.Add(b);

        Assert.Equal(MatchDoubt.Sealed, Plan(new CandidatePair(a, b, 0.9999, 0)).Doubtful.Single().Doubt);
    }

    [Fact]
    public void Plan_OrderOfCandidates_ChangesNothing()
    {
        List<Guid> ids = [.. Enumerable.Range(0, 6).Select(_ => Record("Araminta", "Hill", "2010-05-06"))];
        CandidatePair[] pairs = [.. ids.SelectMany((a, i) => ids.Skip(i + 1).Select((b, j) => new CandidatePair(a, b, (i + j) % 3 == 0 ? 0.7 : 0.9995, 0)))];

        var plan = Plan(pairs);
        Array.Reverse(pairs);
        var again = Plan(pairs);

        Assert.Equal(plan.Joined, again.Joined);
        Assert.Equal(plan.Doubtful, again.Doubtful);
    }

    private JoinPlan Plan(params CandidatePair[] pairs) =>
        new JoinRules(id => records[id], id => persons.TryGetValue(id, out var person) ? person : null, restricted.Contains, apart, JoinRules.UsuallySure, id => likelyBefore.GetValueOrDefault(id, [])).Plan(pairs);

    private Guid Record(string given, string family, string birth, string nhs = "")
    {
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(records.Count));
        records[id] = new RecordContent(new Dictionary<PersonField, string> { [PersonField.Given] = given, [PersonField.Family] = family, [PersonField.Birth] = birth, [PersonField.NhsNumber] = nhs });
        return id;
    }
}
