using System.IO.Compression;
using Trellis.Linkage;
using Trellis.Testing;
using Xunit;

namespace Trellis.Engines.Tests.Linkage;

/// <summary>Labelled sets, beside what the best public linker reached on them; without NHS numbers, which it was not given.</summary>
public sealed class LinkageOracleTests(ITestOutputHelper output)
{
    private const string Febrl = """
        {"id": "rec_id", "given": "given_name", "family": "surname", "birth": "date_of_birth", "postcode": "postcode", "address": ["street_number", "address_1"],
         "other": ["soc_sec_id", "address_2", "suburb", "state"]}
        """;

    private const string Agencies = """{"id": "unique_id", "agency": "agency", "given": "first_name", "family": "surname", "birth": "dob", "sex": "sex", "postcode": "postcode"}""";

    [Fact]
    public void Febrl4_PairsAreRight()
    {
        var (_, _, proof, result) = Link(Febrl, "rec_id", "dataset4a.csv", "dataset4b.csv");
        Assert.True(proof.BestPairs(result.Pairs).F1 >= 0.9996);
        Assert.True(proof.Pairs(result.Pairs, 0.95).F1 >= 0.998);
    }

    [Fact]
    public void Febrl3_PairsAreRight()
    {
        var (_, _, proof, result) = Link(Febrl, "rec_id", "dataset3.csv");
        Assert.True(proof.Pairs(result.Pairs, 0.95).F1 >= 0.997);
    }

    [Fact]
    public void Agencies_PairsAndPersonsAreRight()
    {
        var (_, linker, proof, result) = Link(Agencies, "cluster", "uk100k.csv.gz");
        var (pairs, persons) = (proof.Pairs(result.Pairs, 0.95), proof.Persons(linker.PersonsAt(result, 0.95), 0.95));
        Assert.True(pairs.F1 >= 0.965);
        Assert.True(persons.F1 >= 0.970);
        // The usual rules (two of name, date and postcode) never bring a quarter of what is missed together.
        Assert.True(proof.Pairs(result.Pairs, 0).Recall >= 0.98);
        var calibration = proof.Calibrations(result.Pairs);
        Assert.All(calibration, c => Assert.InRange(c.True, c.Promised - 0.1, c.Promised + 0.1));
        output.WriteLine(string.Join(Environment.NewLine, calibration));
    }

    [Fact]
    public void Agencies_WithNhsNumbers_AreLinkedBetter()
    {
        var (_, _, without, first) = Link(Agencies, "cluster", "uk100k.csv.gz");
        var (_, _, with, second) = Link(Agencies.Replace("\"sex\":", "\"nhsNumber\": \"nhs_number\", \"sex\":", StringComparison.Ordinal), "cluster", "uk100k.csv.gz");
        Assert.True(with.Pairs(second.Pairs, 0.95).F1 > without.Pairs(first.Pairs, 0.95).F1);
    }

    private (RecordSet Records, Linker Linker, LinkProof Proof, LinkResult Result) Link(string map, string truth, params string[] files)
    {
        var records = RecordReader.Read([.. files.Select(Read)], FieldMap.Parse(System.Text.Encoding.UTF8.GetBytes(map)), truth);
        var linker = new Linker(records, new LinkOptions());
        var result = linker.Link();
        var proof = new LinkProof(records, files.Length == 1);
        var persons = proof.Persons(linker.PersonsAt(result, 0.95), 0.95);
        output.WriteLine($"pairs {proof.Pairs(result.Pairs, 0.95)}, best {proof.BestPairs(result.Pairs)}, persons {persons}");
        return (records, linker, proof, result);
    }

    private static RecordFile Read(string name)
    {
        using var file = File.OpenRead(SharedFolder.PlaceOf($"oracles/linkage/{name}"));
        using var text = new MemoryStream();
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var zipped = new GZipStream(file, CompressionMode.Decompress);
            zipped.CopyTo(text);
        }
        else
        {
            file.CopyTo(text);
        }

        return new RecordFile(name, text.ToArray());
    }
}
