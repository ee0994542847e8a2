using System.Globalization;
using System.IO.Compression;
using System.Text;
using Trellis.Kernel.Terminal;
using Trellis.Linkage;
using Trellis.Tables;

namespace Trellis.Cli.Commands.Linking;

/// <summary>The files of the command: records and decisions in, persons and pairs out.</summary>
internal static class LinkFiles
{
    public static async Task<List<RecordFile>> ReadAsync(FileInfo[] files, CancellationToken ct)
    {
        var read = new List<RecordFile>();
        foreach (var file in files)
        {
            var bytes = Bytes(file);
            read.Add(new RecordFile(file.Name, bytes.Span switch
            {
                [0x1F, 0x8B, ..] => Unzipped(bytes, file.Name),
                [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => await AsCsvAsync(bytes, file.Name, ct),
                _ => bytes,
            }));
        }

        return read;
    }

    public static ReadOnlyMemory<byte> Bytes(FileInfo file) =>
        file.Exists ? File.ReadAllBytes(file.FullName) : throw new CommandFailedException(ExitCode.BadFile, $"{file.Name}: there is no such file.");

    /// <summary>Pairs that people decided; records are named by id, or by file and id where several files have the same ids.</summary>
    public static Decisions Decisions(RecordSet records, FileInfo? must, FileInfo? cannot)
    {
        if (must is null && cannot is null)
        {
            return Linkage.Decisions.None;
        }

        var numbers = Numbers(records);
        return new Decisions(Pairs(numbers, must), Pairs(numbers, cannot));
    }

    /// <summary>The record with an id, or with "file:id".</summary>
    public static int Find(RecordSet records, string id)
    {
        for (var record = 0; record < records.Count; record++)
        {
            if (records.IdOf(record) == id || $"{records.Sources[records.SourceOf(record)]}:{records.IdOf(record)}" == id)
            {
                return record;
            }
        }

        throw new CommandFailedException(ExitCode.NotFound, $"There is no record “{id}”.");
    }

    /// <summary>What is searched for: "family=Smith", by the words of the mapping or those of explanations.</summary>
    public static Dictionary<string, string> Query(FieldMap map, string[] asked)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in asked)
        {
            var (what, text) = part.Split('=', 2) is [var before, var behind] ? (before.Trim(), behind) : throw new CommandFailedException(ExitCode.Usage, "--search wants what=text, such as family=Smith.");
            var field = map.Fields.FirstOrDefault(f => what.Equals(f.Name, StringComparison.OrdinalIgnoreCase) || (f.Kind != FieldKind.Other && what.Equals(f.Kind.ToString(), StringComparison.OrdinalIgnoreCase)));
            query[(field ?? throw new CommandFailedException(ExitCode.Usage, $"--search: the mapping has no “{what}”. It has: {string.Join(", ", map.Fields.Select(f => f.Name))}.")).Name] = text;
        }

        return query;
    }

    public static void WritePersons(FileInfo? file, RecordSet records, LinkResult result)
    {
        if (file is null)
        {
            return;
        }

        using var text = new BufferedStream(file.Create(), 1 << 16);
        text.Write("file,id,person\n"u8);
        var numbers = new int[records.Count];
        var persons = 0;
        Span<byte> behind = stackalloc byte[16];
        behind[0] = (byte)',';
        byte[][] before = [.. records.Sources.Select(s => Encoding.UTF8.GetBytes(Quoted(s) + ","))];
        for (var record = 0; record < records.Count; record++)
        {
            // A person has the number in which its first record comes.
            var number = result.Persons[record] == record ? numbers[record] = ++persons : numbers[result.Persons[record]];
            text.Write(before[records.SourceOf(record)]);
            var id = records.IdBytes(record);
            text.Write(IsPlain(id) ? id : Encoding.UTF8.GetBytes(Quoted(records.IdOf(record))));
            number.TryFormat(behind[1..], out var length, default, CultureInfo.InvariantCulture);
            behind[length + 1] = (byte)'\n';
            text.Write(behind[..(length + 2)]);
        }
    }

    public static void WritePairs(FileInfo? file, RecordSet records, LinkResult result)
    {
        if (file is null)
        {
            return;
        }

        using var text = Begin(file, "file_a,id_a,file_b,id_b,probability,one_person");
        foreach (var pair in result.Pairs)
        {
            text.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{Named(records, pair.A)},{Named(records, pair.B)},{pair.Probability:0.000000},{(result.Persons[pair.A] == result.Persons[pair.B] ? "yes" : "no")}\n"));
        }
    }

    private static StreamWriter Begin(FileInfo file, string headings)
    {
        var text = new StreamWriter(file.FullName, append: false, new UTF8Encoding(false), 1 << 16);
        text.Write(headings);
        text.Write('\n');
        return text;
    }

    private static string Named(RecordSet records, int record) => $"{Quoted(records.Sources[records.SourceOf(record)])},{Quoted(records.IdOf(record))}";

    /// <summary>As CSV wants it; what a spreadsheet would take for a formula becomes text.</summary>
    private static string Quoted(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' && !double.TryParse(text, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
        return InQuotes(safe);
    }

    /// <summary>Whether a text of CSV can stand as it is: most identifiers are letters and digits.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        foreach (var sign in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)sign))
            {
                return false;
            }
        }

        return true;
    }

    private static string InQuotes(string text) => text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static Dictionary<(string? File, string Id), int> Numbers(RecordSet records)
    {
        var numbers = new Dictionary<(string?, string), int>();
        for (var record = 0; record < records.Count; record++)
        {
            numbers.TryAdd((null, records.IdOf(record)), record);
            numbers.TryAdd((records.Sources[records.SourceOf(record)], records.IdOf(record)), record);
        }

        return numbers;
    }

    private static List<DecidedPair> Pairs(Dictionary<(string?, string), int> numbers, FileInfo? file)
    {
        var pairs = new List<DecidedPair>();
        var line = 0;
        foreach (var text in file is null ? [] : Encoding.UTF8.GetString(Bytes(file).Span).Split('\n'))
        {
            line++;
            string[] cells = [.. text.Split(',').Select(c => c.Trim().Trim('"'))];
            (string?, string)[] named = cells switch
            {
                [""] => [],
                [var a, var b] => [(null, a), (null, b)],
                [var fileA, var a, var fileB, var b] => [(fileA, a), (fileB, b)],
                _ => throw new CommandFailedException(ExitCode.BadFile, $"{file!.Name}, line {line}: it has neither two cells (id, id) nor four (file, id, file, id)."),
            };
            if (named.Length == 0 || (line == 1 && !Array.Exists(named, numbers.ContainsKey)))
            {
                // Nothing, or headings.
                continue;
            }

            int Number((string?, string) name) =>
                numbers.TryGetValue(name, out var number) ? number : throw new CommandFailedException(ExitCode.BadFile, $"{file!.Name}, line {line}: a record that it names is in none of the files.");

            pairs.Add(new DecidedPair(Number(named[0]), Number(named[1])));
        }

        return pairs;
    }

    private static ReadOnlyMemory<byte> Unzipped(ReadOnlyMemory<byte> bytes, string name)
    {
        try
        {
            using var zipped = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            using var text = new MemoryStream();
            zipped.CopyTo(text);
            return text.GetBuffer().AsMemory(0, (int)text.Length);
        }
        catch (InvalidDataException)
        {
            throw new CommandFailedException(ExitCode.BadFile, $"{name}: the file is damaged and cannot be unpacked.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> AsCsvAsync(ReadOnlyMemory<byte> bytes, string name, CancellationToken ct)
    {
        var read = await ColumnTableReader.ReadAsync(bytes, name, cancel: ct);
        var table = read.Table ?? throw new CommandFailedException(ExitCode.BadFile, $"{read.Failure}");
        var text = new StringBuilder();
        text.AppendJoin(',', table.Columns.Select(InQuotes)).Append('\n');
        for (var row = 0; row < table.Count; row++)
        {
            for (var column = 0; column < table.Columns.Count; column++)
            {
                text.Append(column > 0 ? "," : "").Append(InQuotes(table.Cell(row, column)));
            }

            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
