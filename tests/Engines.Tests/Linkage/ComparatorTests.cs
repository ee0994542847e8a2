using System.Text;
using Trellis.Linkage;
using Xunit;

namespace Trellis.Engines.Tests.Linkage;

/// <summary>Similarities and levels with answers worked by hand.</summary>
public sealed class ComparatorTests
{
    [Theory]
    [InlineData("martha", "marhta", 0.9611)] // Winkler's own example: 6 letters in common, one transposition, prefix of three
    [InlineData("dwayne", "duane", 0.84)]
    [InlineData("dixon", "dicksonx", 0.8133)]
    [InlineData("abc", "abc", 1)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "", 1)]
    [InlineData("a", "", 0)]
    public void JaroWinkler_PublishedExamples(string a, string b, double expected)
    {
        Assert.Equal(expected, JaroWinkler.Of(Bytes(a), Bytes(b)), 4);
        Assert.Equal(expected, JaroWinkler.Of(Bytes(b), Bytes(a)), 4);
    }

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("smith", "smiht", 1)]
    [InlineData("ca", "abc", 3)] // as the optimal string alignment has it: no place is edited twice
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    public void EditDistance_KnownCases(string a, string b, int expected) => Assert.Equal(expected, EditDistance.Of(Bytes(a), Bytes(b)));

    [Fact]
    public void EditDistance_RandomTexts_AgreesWithTheTableOfItsDefinition()
    {
        var random = new Random(4);
        for (var i = 0; i < 2000; i++)
        {
            var (a, b) = (Random(random), Random(random));
            var expected = ByTable(a, b);
            Assert.Equal(expected, EditDistance.Of(a, b));
            Assert.Equal(expected <= 1, EditDistance.IsWithinOne(a, b));
        }
    }

    [Theory]
    [InlineData("william", "bill", nameof(NameKinship.Nickname))]
    [InlineData("bill", "will", nameof(NameKinship.Close))]
    [InlineData("smith", "smiht", nameof(NameKinship.Close))]
    [InlineData("mohammed", "muhammad", nameof(NameKinship.SoundsAlike))]
    [InlineData("smith jones", "jones", nameof(NameKinship.Part))]
    [InlineData("j", "james", nameof(NameKinship.Initial))]
    [InlineData("j", "mary", nameof(NameKinship.Different))]
    [InlineData("baby of anna", "grace", nameof(NameKinship.Placeholder))]
    [InlineData("unborn", "grace", nameof(NameKinship.Placeholder))]
    [InlineData("olivia", "jack", nameof(NameKinship.Different))]
    [InlineData("olivia", "oscar", nameof(NameKinship.SameInitial))]
    public void Names_StandToEachOther(string a, string b, string expected)
    {
        var words = new Words();
        var (x, y) = (words.Add(Bytes(a)), words.Add(Bytes(b)));
        var index = new NameIndex(words);
        index.CatchUp();
        Assert.Equal(Enum.Parse<NameKinship>(expected), index.Compare(x, y));
        Assert.Equal(Enum.Parse<NameKinship>(expected), index.Compare(y, x));
    }

    [Theory]
    [InlineData("2009-06-25", "2009-06-25", 10)]
    [InlineData("2009-06-05", "2009-05-06", 8)] // day and month changed about
    [InlineData("2009-06-25", "2009-06-26", 7)] // one digit
    [InlineData("2009-06-12", "2009-06-21", 7)] // two digits changed about
    [InlineData("1978-06-25", "1987-06-25", 7)]
    [InlineData("2009-06-25", "2010-06-25", 6)] // a year apart
    [InlineData("2009-06-25", "2009-01-01", 5)] // estimated
    [InlineData("2009-06-25", "2009", 4)] // partial
    [InlineData("2009-06", "2009-06-25", 4)]
    [InlineData("2009-06-25", "2009-06-03", 3)]
    [InlineData("2009-06-25", "2009-11-03", 2)]
    [InlineData("2009-06-25", "1999-11-03", 1)]
    [InlineData("2009-06-25", "", 0)]
    public void BirthDates_Level(string a, string b, int level)
    {
        Assert.Equal(level, BirthComparator.Level(BirthDate.Read(Bytes(a)), BirthDate.Read(Bytes(b))));
        Assert.Equal(level, BirthComparator.Level(BirthDate.Read(Bytes(b)), BirthDate.Read(Bytes(a))));
    }

    [Theory]
    [InlineData("25/06/2009", "2009-06-25")]
    [InlineData("06/25/2009", "2009-06-25")] // only the other order makes a date
    [InlineData("20090625", "2009-06-25")]
    [InlineData("25 June 2009", "2009-06-25")]
    [InlineData("June 25, 2009", "2009-06-25")]
    [InlineData("2009-06-25T00:00:00", "2009-06-25")]
    [InlineData("c. 2009", "2009")]
    [InlineData("06/2009", "2009-06")]
    [InlineData("2009-02-30", "")]
    [InlineData("unknown", "")]
    public void BirthDates_Read(string text, string expected) => Assert.Equal(expected, BirthDate.Write(BirthDate.Read(Bytes(text))));

    [Theory]
    [InlineData("9434765919", true)] // the example of the NHS data dictionary
    [InlineData("943 476 5919", true)]
    [InlineData("9434765918", false)]
    [InlineData("943476591", false)]
    [InlineData("94347659190", false)]
    public void NhsNumber_LastDigitChecksTheOthers(string text, bool valid) => Assert.Equal(valid, NhsNumber.IsValid(Bytes(text)));

    [Theory]
    [InlineData("G800000000001", true)] // 8 * 2 + 1 * 13 = 29, less 23 is 6, the value of G
    [InlineData("H800000000001", false)]
    [InlineData("G80000000000A", false)] // a temporary one: A is 0, so 16 is the remainder, the value of T
    [InlineData("T80000000000A", true)]
    [InlineData("G8000000000011", false)]
    [InlineData("G80000000000", false)]
    public void Upn_FirstLetterChecksTheRest(string text, bool valid) => Assert.Equal(valid, UniquePupilNumber.IsValid(Bytes(text)));

    [Theory]
    [InlineData("O'Brien", "obrien")]
    [InlineData("Smith-Jones", "smith jones")]
    [InlineData("Zoë", "zoe")]
    [InlineData("Łukasz  Żak", "lukasz zak")]
    [InlineData("  ", "")]
    public void Names_AreFolded(string text, string expected)
    {
        Span<byte> into = stackalloc byte[64];
        Assert.Equal(expected, Encoding.UTF8.GetString(into[..NameText.Fold(Bytes(text), into, digits: false)]));
    }

    [Theory]
    [InlineData("PO6 9YG", "po69yg", 9)]
    [InlineData("PO6 9YG", "PO6 9YH", 6)]
    [InlineData("PO6 9YG", "PO6 9AB", 4)]
    [InlineData("PO6 9YG", "PO6 1AB", 3)]
    [InlineData("PO6 9YG", "PO6", 5)]
    [InlineData("PO6 9YG", "PO12 1AB", 2)]
    [InlineData("PO6 9YG", "BS1 4ST", 1)]
    [InlineData("PO6 9YG", "", 0)]
    public void Postcodes_Level(string a, string b, int level)
    {
        var words = new Words();
        Span<byte> scratch = stackalloc byte[32];
        int[] x = [words.Add(PostcodeText.Fold(Bytes(a), scratch))];
        int[] y = [words.Add(PostcodeText.Fold(Bytes(b), scratch))];
        var comparator = new PostcodeComparator(words, 0);
        comparator.CatchUp();
        Assert.Equal((ulong)level, comparator.Compare(x, y, new SimilarityCache()));
        Assert.Equal((ulong)level, comparator.Compare(y, x, new SimilarityCache()));
    }

    /// <summary>Letters that no pair shares enough of are never looked at closely: the bound must not turn a likeness down.</summary>
    [Fact]
    public void JaroWinkler_Bound_IsNeverBelowTheSimilarity()
    {
        var random = new Random(5);
        for (var i = 0; i < 5000; i++)
        {
            var (a, b) = (Random(random), Random(random));
            if (a.Length == 0 || b.Length == 0)
            {
                continue;
            }

            var common = a.GroupBy(x => x).Sum(g => Math.Min(g.Count(), b.Count(y => y == g.Key)));
            Assert.True(JaroWinkler.AtMost(common, a.Length, b.Length, a.AsSpan().CommonPrefixLength(b)) >= JaroWinkler.Of(a, b) - 1e-12);
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Random(Random random) => [.. Enumerable.Range(0, random.Next(9)).Select(_ => (byte)('a' + random.Next(4)))];

    private static int ByTable(byte[] a, byte[] b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
