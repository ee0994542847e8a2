using System.Text;
using Trellis.Linkage;
using Trellis.People.Records;

namespace Trellis.People.Linking;

/// <summary>Two records that the model takes for one person, more or less.</summary>
/// <param name="Household">How likely they are two people of one household, 0 to 1.</param>
public sealed record CandidatePair(Guid A, Guid B, double Probability, double Household);

/// <summary>What the rules make of candidates: which are joined, and which somebody must look at.</summary>
/// <param name="Joined">Each with the rule that joins it.</param>
public sealed record JoinPlan(IReadOnlyList<(CandidatePair Pair, string Why)> Joined, IReadOnlyList<(CandidatePair Pair, MatchDoubt Doubt)> Doubtful);

/// <summary>
/// Which records the program joins by itself. Nothing is joined on score alone: it takes an equal, valid NHS number and no conflict, or a probability of 0.999 and no rival. Twins, namesakes of one household, parent and child, and
/// whoever is sealed are left to people.
/// </summary>
/// <param name="apart">Persons who were said to be two: no third record brings them together.</param>
/// <param name="likelyBefore">Of a record that was there before, the others there that are likely of the same person; they are no candidates any more.</param>
internal sealed class JoinRules(
    Func<Guid, RecordContent> contentOf, Func<Guid, Guid?> personOf, Func<Guid, bool> isSealed, IReadOnlyCollection<(Guid A, Guid B)> apart, double sure, Func<Guid, IEnumerable<Guid>> likelyBefore)
{
    public const double UsuallySure = 0.999;

    /// <summary>With fewer records the model is a guess, and joins nobody by its score.</summary>
    public const int LeastRecords = 1000;

    private const string ByNumber = "Equal NHS numbers, and the dates of birth do not differ";
    private const string BySurety = "All but certain, and nobody else is likely";

    /// <summary>Below this no two records are compared any further, whatever number they share.</summary>
    public const double LeastLookedAt = 0.01;

    /// <summary>From here on a pair is looked at by somebody, and is a rival of a surer one.</summary>
    public const double Possible = 0.5;

    /// <summary>Shorter names are other names with one letter changed: Jo, Al.</summary>
    private const int LeastForSlip = 3;

    /// <summary>More than this for two of a household is no certainty for one person.</summary>
    private const double HouseholdInDoubt = 0.001;

    public JoinPlan Plan(IReadOnlyCollection<CandidatePair> candidates)
    {
        var joined = new List<(CandidatePair, string)>();
        var doubtful = new List<(CandidatePair, MatchDoubt)>();
        var bySure = new List<CandidatePair>();
        foreach (var pair in candidates.OrderByDescending(c => c.Probability).ThenBy(c => c.A).ThenBy(c => c.B))
        {
            var number = HaveOneNumber(pair);
            switch (DoubtOf(pair, number))
            {
                case { } doubt when number || pair.Probability >= Possible:
                    doubtful.Add((pair, doubt));
                    break;
                case null when number:
                    joined.Add((pair, ByNumber));
                    break;
                case null when pair.Probability >= sure && contentOf(pair.A)[PersonField.Birth].Length > 0 && contentOf(pair.B)[PersonField.Birth].Length > 0:
                    bySure.Add(pair);
                    break;
                case null when pair.Probability >= Possible:
                    doubtful.Add((pair, MatchDoubt.Possible));
                    break;
            }
        }

        var rivals = new Rivals(candidates.Where(c => c.Probability >= Possible), joined.Select(j => j.Item1).Concat(bySure), Standing, likelyBefore);
        foreach (var pair in bySure)
        {
            if (rivals.Has(pair))
            {
                doubtful.Add((pair, MatchDoubt.Many));
            }
            else
            {
                joined.Add((pair, BySurety));
            }
        }

        return Parted(joined, doubtful);
    }

    /// <summary>What would bring two NHS numbers, or two persons of whom somebody said so, into one person by way of a third record is not joined either.</summary>
    private JoinPlan Parted(List<(CandidatePair, string)> joined, List<(CandidatePair, MatchDoubt)> doubtful)
    {
        var kept = new List<(CandidatePair, string)>();
        var groups = new Groups();
        var numbers = new Dictionary<Guid, string>();
        var others = new ApartGroups(groups, apart);
        foreach (var (pair, why) in joined)
        {
            var (a, b) = (groups.Of(Standing(pair.A)), groups.Of(Standing(pair.B)));
            var (first, second) = (numbers.GetValueOrDefault(a) ?? NumberOf(pair.A), numbers.GetValueOrDefault(b) ?? NumberOf(pair.B));
            if (first is not null && second is not null && first != second)
            {
                doubtful.Add((pair, MatchDoubt.TwoNumbers));
                continue;
            }

            if (others.AreApart(a, b))
            {
                doubtful.Add((pair, MatchDoubt.Many));
                continue;
            }

            if (a != b)
            {
                kept.Add((pair, why));
                groups.Join(a, b);
                others.Joined(a, b);
            }

            if ((first ?? second) is { } number)
            {
                numbers[groups.Of(a)] = number;
            }
        }

        return new JoinPlan(kept, Once(doubtful, groups));
    }

    /// <summary>What others brought together is no doubt any more, and of two persons the likeliest pair is enough to decide.</summary>
    private List<(CandidatePair, MatchDoubt)> Once(List<(CandidatePair Pair, MatchDoubt Doubt)> doubtful, Groups groups) =>
        [.. doubtful.Select(d => (d.Pair, d.Doubt, A: groups.Of(Standing(d.Pair.A)), B: groups.Of(Standing(d.Pair.B)))).Where(d => d.A != d.B)
            .OrderByDescending(d => d.Pair.Probability).ThenBy(d => d.Pair.A).ThenBy(d => d.Pair.B).DistinctBy(d => d.A.CompareTo(d.B) < 0 ? (d.A, d.B) : (d.B, d.A)).Select(d => (d.Pair, d.Doubt))];

    private MatchDoubt? DoubtOf(CandidatePair pair, bool number)
    {
        var (a, b) = (contentOf(pair.A), contentOf(pair.B));
        var oneDay = MayBeOneDay(a[PersonField.Birth], b[PersonField.Birth]);
        var oneName = MayBeOneName(a[PersonField.Given], b[PersonField.Given]) || AreChangedAbout(a, b);
        return isSealed(pair.A) || isSealed(pair.B) ? MatchDoubt.Sealed
            : number && (!oneDay || !oneName) ? MatchDoubt.SharedNumber
            : NumberOf(pair.A) is { } first && NumberOf(pair.B) is { } second && first != second ? MatchDoubt.TwoNumbers
            : !number && (!oneName || !oneDay || pair.Household > HouseholdInDoubt) && HaveOneFamily(a, b) ? MatchDoubt.Household
            : null;
    }

    private bool HaveOneNumber(CandidatePair pair) => NumberOf(pair.A) is { } number && number == NumberOf(pair.B);

    private string? NumberOf(Guid record)
    {
        var text = contentOf(record)[PersonField.NhsNumber];
        return NhsNumber.IsValid(Encoding.UTF8.GetBytes(text)) ? string.Concat(text.Where(char.IsAsciiDigit)) : null;
    }

    /// <summary>Equal, one of them not known, or one a part of the other: "2009" of "2009-06-25".</summary>
    private static bool MayBeOneDay(string a, string b)
    {
        var (one, other) = (BirthDateText.Normal(a), BirthDateText.Normal(b));
        return one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
    }

    private static bool HaveOneFamily(RecordContent a, RecordContent b) =>
        a[PersonField.Family].Length > 0 && string.Equals(a[PersonField.Family], b[PersonField.Family], StringComparison.OrdinalIgnoreCase);

    /// <summary>The given name stands where the family name should, and the other way round.</summary>
    private static bool AreChangedAbout(RecordContent a, RecordContent b) => a[PersonField.Given].Length > 0 && a[PersonField.Family].Length > 0
        && string.Equals(a[PersonField.Given], b[PersonField.Family], StringComparison.OrdinalIgnoreCase) && string.Equals(a[PersonField.Family], b[PersonField.Given], StringComparison.OrdinalIgnoreCase);

    /// <summary>The same but for one slip, an initial, or a name that is not known. Twins of one household are called Ella and Emma: two slips are two people.</summary>
    private static bool MayBeOneName(string a, string b)
    {
        var (one, other) = (a.ToUpperInvariant(), b.ToUpperInvariant());
        if (one.Length > other.Length)
        {
            (one, other) = (other, one);
        }

        var before = one.Zip(other).TakeWhile(letters => letters.First == letters.Second).Count();
        if (before == one.Length)
        {
            return one.Length <= 1 || other.Length - one.Length <= 1;
        }

        var (rest, otherRest) = (one[before..], other[before..]);
        return one.Length > LeastForSlip && (rest[1..] == otherRest[1..] || rest == otherRest[1..]
            || (rest.Length > 1 && otherRest.Length > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..] == otherRest[2..]));
    }

    private Guid Standing(Guid record) => personOf(record) ?? record;
}
