using System.Runtime.CompilerServices;
using System.Text;

namespace Trellis.Returns;

/// <summary>Reads the files of a return. It never throws on what is in them: what is not as it should be is said, and a file that is no part of a return is refused.</summary>
public static class ReturnReader
{
    /// <summary>How a file of a table may be called, in small letters without anything else. The longer goes first: "swepisodes" is no list of episodes.</summary>
    private static readonly FileName[] Names =
    [
        new("socialworkerepisodes", Ssda903.Shapes.SwEpisodes), new("previouspermanence", Ssda903.Shapes.PrevPerm), new("placedforadoption", Ssda903.Shapes.PlacedAdoption),
        new("placedadoption", Ssda903.Shapes.PlacedAdoption), new("socialworker", Ssda903.Shapes.SwEpisodes), new("providerinfo", Ssda903.Shapes.Providers), new("swepisodes", Ssda903.Shapes.SwEpisodes),
        new("providers", Ssda903.Shapes.Providers), new("postcodes", Ssda903.Shapes.Postcodes), new("episodes", Ssda903.Shapes.Episodes), new("adplaced", Ssda903.Shapes.PlacedAdoption), new("prevperm", Ssda903.Shapes.PrevPerm),
        new("reviews", Ssda903.Shapes.Reviews), new("missing", Ssda903.Shapes.Missing), new("header", Ssda903.Shapes.Header), new("uasc", Ssda903.Shapes.Uasc), new("dolo", Ssda903.Shapes.DoLo),
        new("oc2", Ssda903.Shapes.Oc2), new("oc3", Ssda903.Shapes.Oc3), new("ad1", Ssda903.Shapes.Ad1),
    ];

    /// <summary>Reads this year's files, and last year's where there are any: those given as such, and those whose name ends in <c>_last</c>.</summary>
    public static ReadReturn Read(IReadOnlyList<ReturnFile> files, IReadOnlyList<ReturnFile> lastYear, ReadOptions options)
    {
        // The rules of a return that comes as CSV are made while its files are opened.
        var rules = files.Any(f => f.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) ? Task.Run(() => RuntimeHelpers.RunClassConstructor(typeof(Ssda903.Shapes).TypeHandle)) : Task.CompletedTask;
        lastYear = [.. lastYear, .. files.Where(IsLastYear)];
        files = [.. files.Where(f => !IsLastYear(f))];
        var departures = new Departures();
        var refused = new List<Departure>();
        var opened = Open(files, departures, refused);
        rules.GetAwaiter().GetResult();
        var books = opened.FindAll(o => o.IsWorkbook);
        opened.RemoveAll(o => o.IsWorkbook);
        if (opened.Count == 0 && books is [var book] && AnnexAOf(book, options, departures, refused) is { } annexA)
        {
            return annexA;
        }

        if (books.Count == 0 && IsAnnexA(opened))
        {
            return AnnexAOf(opened, options, departures, refused);
        }

        var before = Open(lastYear, departures, refused);
        books.AddRange(before.Where(o => o.IsWorkbook));
        before.RemoveAll(o => o.IsWorkbook);
        var isCensus = opened.Exists(o => o.IsCensus) || !opened.Exists(o => o.IsLookedAfter) && opened.Exists(o => Array.Exists(Cin.Shapes.All, s => NameOf(o.Name).Contains(NameOf(s.Name), StringComparison.Ordinal)));
        var data = new ReturnData(isCensus ? Cin.Shapes.All : Ssda903.Shapes.All, new CollectionYear(options.Year ?? 0));
        Read(data, isCensus, opened, false, departures, refused);
        Read(data, isCensus, before, true, departures, refused);
        foreach (var other in books)
        {
            ReadProviders(data, isCensus, other, departures, refused);
        }

        if (Array.TrueForAll(data.Now, t => t is null || t.Shape == Ssda903.Shapes.Providers || t.Shape == Ssda903.Shapes.Postcodes))
        {
            return new ReadReturn(null, departures.All, refused);
        }

        if (isCensus)
        {
            Cin.ChildrenInNeedReturn.Complete(data);
        }
        else
        {
            Ssda903.Distances.Fill(data);
        }

        data.Authority = new Code(data.Words.IdOf(options.Authority ?? ""));
        data.Group();
        if (data.Year.Number == 0)
        {
            data.Year = YearOf(data, isCensus);
        }

        foreach (var (tables, year) in new[] { (data.Now, data.Year.Number), (data.Last, data.Year.Number - 1) })
        {
            Action<RowTable?[], int, Departures> say = isCensus ? Cin.YearForms.Say : Ssda903.YearForms.Say;
            say(tables, year, departures);
        }

        return new ReadReturn(isCensus ? new Cin.ChildrenInNeedReturn(data) : new Ssda903.LookedAfterReturn(data), departures.All, refused);
    }

    /// <summary>A workbook beside the tables of an SSDA903 may be the list of providers.</summary>
    private static void ReadProviders(ReturnData data, bool isCensus, Opened book, Departures departures, List<Departure> refused)
    {
        try
        {
            using var stream = book.File.Open();
            if (isCensus || !Ssda903.ProviderBook.Read(data, stream, book.Name, departures))
            {
                refused.Add(new Departure(book.Name, 1, null, "It is a workbook, but no list of providers, and no Annex A by itself. Save each table as CSV; it was not read."));
            }
        }
        catch (UnreadableException why)
        {
            refused.Add(new Departure(book.Name, why.Line, null, $"{why.Message} Nothing of it was read."));
        }
    }

    private static bool IsAnnexA(List<Opened> files) => !files.Exists(f => f.IsXml || f.IsLookedAfter) && files.Exists(f => AnnexA.ListSheet.IsList(f.Text));

    /// <summary>Of an Annex A each list may be a CSV file.</summary>
    private static ReadReturn AnnexAOf(List<Opened> files, ReadOptions options, Departures departures, List<Departure> refused)
    {
        var data = new ReturnData(AnnexA.Shapes.All, new CollectionYear(options.Year ?? 0));
        AnnexA.ListReader.Read(data, files.Select(f => AnnexA.ListSheet.Of(f.Name, f.Text)), "Annex A", options.AsAt, departures);
        data.Group();
        return new ReadReturn(new AnnexA.AnnexAReturn(data), departures.All, refused);
    }

    private static ReadReturn? AnnexAOf(Opened file, ReadOptions options, Departures departures, List<Departure> refused)
    {
        var data = new ReturnData(AnnexA.Shapes.All, new CollectionYear(options.Year ?? 0));
        try
        {
            using var stream = file.File.Open();
            using var book = Workbook.Open(stream);
            if (!AnnexA.ListReader.Read(data, AnnexA.ListSheet.Of(book, file.Name), file.Name, options.AsAt, departures))
            {
                return null;
            }
        }
        catch (UnreadableException why)
        {
            refused.Add(new Departure(file.Name, why.Line, null, $"{why.Message} Nothing of it was read."));
            return new ReadReturn(null, departures.All, refused);
        }

        data.Group();
        return new ReadReturn(new AnnexA.AnnexAReturn(data), departures.All, refused);
    }

    private static bool IsLastYear(ReturnFile file) => Path.GetFileNameWithoutExtension(file.Name).EndsWith("_last", StringComparison.OrdinalIgnoreCase);

    /// <summary>Each file is looked at by itself, those of a return at once.</summary>
    private static List<Opened> Open(IReadOnlyList<ReturnFile> files, Departures departures, List<Departure> refused)
    {
        var opened = new List<Opened>();
        foreach (var (file, said, why) in OnAllCores(files, file =>
        {
            var said = new Departures();
            var why = new List<Departure>();
            return new OpenedFile(Opened.Of(file, said, why), said, why);
        }))
        {
            departures.Take(said);
            refused.AddRange(why);
            if (file is not null)
            {
                opened.Add(file);
            }
        }

        return opened;
    }

    private static void Read(ReturnData data, bool isCensus, List<Opened> files, bool lastYear, Departures departures, List<Departure> refused)
    {
        var csv = files.Exists(f => !f.IsXml && TableOf(f, isCensus) is not null);
        var read = new Dictionary<TableShape, string>();
        var tables = new List<TableFile>();
        foreach (var file in files.OrderBy(f => f.Name.Length).ThenBy(f => f.Name, StringComparer.Ordinal))
        {
            if (file.IsXml)
            {
                if (csv && !isCensus)
                {
                    refused.Add(new Departure(file.Name, 1, null, "The tables are there as CSV too; those were read, and this was not."));
                    continue;
                }

                ReadXml(data, isCensus, file, lastYear, departures, refused);
                csv = true;
            }
            else if (TableOf(file, isCensus) is not { } table)
            {
                refused.Add(new Departure(file.Name, 1, null, "It is no table of the return by its name or its headings. It was not read."));
            }
            else if (!read.TryAdd(table, file.Name))
            {
                refused.Add(new Departure(file.Name, 1, null, $"{table.Name} was read from {read[table]} already. This was not read."));
            }
            else
            {
                tables.Add(new TableFile(file, table));
            }
        }

        // Each file is read with words of its own, on all cores at once; they become the return's in the order of the files.
        foreach (var (table, said) in OnAllCores(tables, one =>
        {
            var (table, said) = (new RowTable(one.Table, data.Words.Beside()), new Departures());
            CsvTables.Read(table, one.File.Name, one.File.Text.Span, said);
            return new TableRead(table, said);
        }))
        {
            data.Take(table, lastYear);
            departures.Take(said);
        }
    }

    /// <summary>What was made of each, in their order.</summary>
    private static TMade[] OnAllCores<T, TMade>(IReadOnlyList<T> all, Func<T, TMade> make)
        where T : class
        where TMade : class => Task.WhenAll(all.Select(one => Task.Run(() => make(one)))).GetAwaiter().GetResult();

    private static void ReadXml(ReturnData data, bool isCensus, Opened file, bool lastYear, Departures departures, List<Departure> refused)
    {
        try
        {
            using var stream = file.File.Open();
            XmlTables.Read(data, isCensus ? Cin.Outline.Xml : Ssda903.Outline.Xml, lastYear, file.Name, stream, departures);
            data.IsXml |= !lastYear && !isCensus;
        }
        catch (UnreadableException why)
        {
            data.Drop(lastYear);
            refused.Add(new Departure(file.Name, why.Line, null, $"{why.Message} Nothing of it was read."));
        }
    }

    /// <summary>By its name; else by its headings, when they fit one table better than any other.</summary>
    private static TableShape? TableOf(Opened file, bool isCensus)
    {
        var headings = file.Headings;
        var name = NameOf(file.Name);
        var named = isCensus
            ? Cin.Shapes.All.OrderByDescending(s => s.Name.Length).FirstOrDefault(s => name.Contains(NameOf(s.Name), StringComparison.Ordinal))
            : Array.Find(Names, n => name.Contains(n.Part, StringComparison.Ordinal))?.Table;
        if (named is not null && (headings.Length == 0 || Array.Exists(headings, h => CsvTables.ColumnOf(named, h) >= 0)))
        {
            return named;
        }

        var fitting = (isCensus ? Cin.Shapes.All : Ssda903.Shapes.All)
            .Select(s => (Shape: s, Columns: s.Columns.Length, Found: headings.Count(h => s.Find(h) >= 0)))
            .Where(s => s.Found >= 2 && s.Found * 2 > headings.Length)
            .OrderByDescending(s => s.Found).ThenBy(s => s.Columns)
            .ToList();
        return fitting.Count == 0 ? null : fitting[0].Shape;
    }

    private static string NameOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).AsSpan();
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
        }

        return letters.ToString();
    }

    /// <summary>A census says its year and its reference day in the header. Where nobody says it, the year in which most episodes began or ended last is taken.</summary>
    private static CollectionYear YearOf(ReturnData data, bool isCensus)
    {
        if (isCensus)
        {
            var header = data.Now[Cin.Shapes.Header.Number];
            var day = header is { Rows: > 0 } ? Cin.Header.Of(new Row(header, 0)).ReferenceDate : default;
            return new CollectionYear(day.IsDay ? YearOf(day) : Cin.RuleList.LastYear);
        }

        var episodes = data.Now[Ssda903.Shapes.Episodes.Number];
        var years = Enumerable.Range(0, episodes?.Rows ?? 0).Select(row => Ssda903.Episode.Of(new Row(episodes!, row))).SelectMany(e => new[] { e.Decom, e.Dec }).Where(d => d.IsDay).CountBy(YearOf);
        return new CollectionYear(years.OrderByDescending(y => y.Value).ThenByDescending(y => y.Key).FirstOrDefault().Key is > 0 and var year ? year : Ssda903.RuleList.LastYear);

        static int YearOf(Day day) => day.Date.Month > 3 ? day.Date.Year + 1 : day.Date.Year;
    }

    private sealed record FileName(string Part, TableShape Table);

    private sealed record OpenedFile(Opened? File, Departures Said, List<Departure> Refused);

    private sealed record TableFile(Opened File, TableShape Table);

    private sealed record TableRead(RowTable Table, Departures Said);

    /// <summary>A file whose kind is known from its first bytes.</summary>
    private sealed record Opened(ReturnFile File, bool IsXml, bool IsCensus, ReadOnlyMemory<byte> Text)
    {
        private const int Look = 4096;

        private string[]? _headings;

        public bool IsWorkbook { get; init; }

        public string Name => File.Name;

        /// <summary>Of a CSV file; looked for once, however often it is asked what table it is.</summary>
        public string[] Headings => _headings ??= CsvTables.HeadingsOf(Text.Span);

        public bool IsLookedAfter => !IsCensus && (IsXml || TableOf(this, false) is not null);

        public static Opened? Of(ReturnFile file, Departures departures, List<Departure> refused)
        {
            using var stream = file.Open();
            var start = new byte[Look];
            start = start[..stream.ReadAtLeast(start, Look, throwOnEndOfStream: false)];
            if (start is [(byte)'P', (byte)'K', 3, 4, ..])
            {
                return new Opened(file, false, false, default) { IsWorkbook = true };
            }

            if (start is [0xD0, 0xCF, 0x11, 0xE0, ..])
            {
                refused.Add(new Departure(file.Name, 1, null, "It is a workbook of an old form, or one with a password. Save it as .xlsx without a password, or each table as CSV; it was not read."));
                return null;
            }

            var text = Utf8Text.Of(start, out _).Span;
            if (text.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
            {
                var isCensus = text.IndexOf("<Message"u8) >= 0 || text.IndexOf("<ChildIdentifiers"u8) >= 0;
                if (!isCensus && text.IndexOf("SSDA903"u8) < 0 && text.IndexOf("<CHILD>"u8) < 0)
                {
                    refused.Add(new Departure(file.Name, 1, null, "It is XML, but no SSDA903 and no CIN census. It was not read."));
                    return null;
                }

                return new Opened(file, true, isCensus, default);
            }

            var bytes = Utf8Text.Of(Whole(start, stream), out var was);
            if (was is not null)
            {
                departures.Add(file.Name, 1, null, $"The letters are written in {was} and not in UTF-8. They were understood.");
            }

            return new Opened(file, false, false, bytes);
        }

        private static byte[] Whole(byte[] start, Stream rest)
        {
            if (rest.CanSeek)
            {
                var bytes = new byte[rest.Length];
                start.CopyTo(bytes, 0);
                var length = start.Length + rest.ReadAtLeast(bytes.AsSpan(start.Length), bytes.Length - start.Length, throwOnEndOfStream: false);
                return length == bytes.Length ? bytes : bytes[..length];
            }

            var whole = new MemoryStream();
            whole.Write(start);
            rest.CopyTo(whole);
            return whole.ToArray();
        }
    }
}
