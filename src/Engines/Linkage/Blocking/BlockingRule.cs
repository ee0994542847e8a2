namespace Trellis.Linkage;

/// <summary>Brings records together that have something in common: two are compared when some rule gives both the same key.</summary>
/// <param name="Name">For people.</param>
/// <param name="Key">Of a row of values; 0 where it lacks something.</param>
/// <param name="IsBroad">One value alone, which many may share.</param>
internal sealed record BlockingRule(string Name, BlockKey Key, bool IsBroad = false);

/// <summary>The key of a row; 0 where the row lacks what the rule needs. Different things may, rarely, have one key: then some pairs too many are compared.</summary>
internal delegate uint BlockKey(ReadOnlySpan<int> row);

/// <summary>
/// The rules for what a mapping has. Beside the usual ones (two of name, date and postcode equal) stand those that bring back what they miss: one name misspelt and the address
/// changed, the date with a slip, names changed about, half the date or half the postcode.
/// </summary>
internal sealed class BlockingRules
{
    public const int Most = 16;

    private readonly NameIndex names;
    private readonly Words postcodes;
    private readonly Words districtNames = new();
    private readonly List<BlockingRule> rules = [];
    private readonly int given;
    private readonly int family;
    private readonly int birth;
    private readonly int postcode;
    private int[] sounds = new int[Guests.All + 1];
    private byte[] initials = new byte[Guests.All + 1];
    private int[] districts = new int[Guests.All + 1];
    private int knownNames = Guests.All + 1;
    private int knownPostcodes = Guests.All + 1;

    private BlockingRules(RecordSet records, NameIndex names)
    {
        var layout = records.Layout;
        (this.names, postcodes) = (names, layout.Postcodes);
        (given, family, birth, postcode) = (layout.SlotOf(FieldKind.Given), layout.SlotOf(FieldKind.Family), layout.SlotOf(FieldKind.Birth), layout.SlotOf(FieldKind.Postcode));
        CatchUp();
    }

    public IReadOnlyList<BlockingRule> All => rules;

    /// <summary>A rule so strict that most pairs which it brings are of one person: it tells how often persons come again. -1 for none.</summary>
    public int Strict { get; private set; } = -1;

    /// <summary>How many of them linking uses too; behind stand those for a search that found nobody with these.</summary>
    public int Usual { get; private set; }

    /// <summary>The rules for a mapping; for a search also those for somebody who knows little: names alone, a date alone.</summary>
    public static BlockingRules For(RecordSet records, NameIndex names, bool forSearch = false)
    {
        var made = new BlockingRules(records, names);
        IReadOnlyList<MappedField> fields = records.Map.Fields;
        made.AddSingle(fields, 6, isBroad: false, f => f.Kind is FieldKind.NhsNumber or FieldKind.Upn or FieldKind.AgencyId or FieldKind.Phone or FieldKind.Email);
        made.AddNamesAndDates();
        made.AddSingle(fields, Most, isBroad: true, f => f.Kind is FieldKind.Address or FieldKind.Other);
        made.Usual = made.rules.Count;
        if (forSearch)
        {
            made.AddForSearch();
        }

        return made;
    }

    /// <summary>Takes in the names and postcodes that came since.</summary>
    public void CatchUp()
    {
        if (names.Count > sounds.Length)
        {
            Array.Resize(ref sounds, Math.Max(names.Count, sounds.Length * 2));
            Array.Resize(ref initials, sounds.Length);
        }

        for (; knownNames < names.Count; knownNames++)
        {
            Hear(knownNames);
        }

        if (postcodes.Count > districts.Length)
        {
            Array.Resize(ref districts, Math.Max(postcodes.Count, districts.Length * 2));
        }

        for (; knownPostcodes < postcodes.Count; knownPostcodes++)
        {
            districts[knownPostcodes] = districtNames.Add(District(knownPostcodes));
        }
    }

    /// <summary>Takes in the words of a query that no record has; the comparison has met them.</summary>
    public void Meet(Guests guests)
    {
        for (var guest = 0; guest < guests.Count; guest++)
        {
            var (words, number) = guests[guest];
            if (words == postcodes)
            {
                districts[number] = Math.Max(0, districtNames.Find(District(number)));
            }
            else
            {
                Hear(number);
            }
        }
    }

    private void Hear(int name) => (sounds[name], initials[name]) = (names[name].Sound + 1, names[name].Letters[0]);

    private ReadOnlySpan<byte> District(int postcode)
    {
        var text = postcodes[postcode];
        return text[..(PostcodeText.DistrictLength(text) is var length and > 0 ? length : Math.Min(3, text.Length))];
    }

    private void AddSingle(IReadOnlyList<MappedField> fields, int most, bool isBroad, Func<MappedField, bool> which)
    {
        for (var slot = 0; slot < fields.Count; slot++)
        {
            var at = slot;
            Add(rules.Count < most && which(fields[slot]), fields[slot].Name, row => Of(row[at], 1), isBroad);
        }
    }

    private void AddNamesAndDates()
    {
        const int MostBesideNames = 3;
        var (hasGiven, hasFamily, hasBirth, hasPlace) = (given >= 0, family >= 0, birth >= 0, postcode >= 0);
        // Where many identifiers are rules too, the broadest of names make room.
        var hasRoom = rules.Count <= MostBesideNames;
        Strict = hasGiven && hasBirth ? rules.Count : -1;
        Add(hasGiven && hasBirth, "given name and date of birth", row => Of(row[given], Date(row)));
        Add(hasFamily && hasBirth, "family name and date of birth", row => Of(row[family], Date(row)));
        Add(hasFamily && hasPlace, "family name and postcode", row => Of(row[family], row[postcode]));
        Add(hasGiven && hasPlace, "given name and postcode", row => Of(row[given], row[postcode]));
        Add(hasRoom && hasGiven && hasFamily, "both names, in any order", row => Of(Both(row), 1));
        Add(hasGiven && hasFamily && hasBirth, "both names and year of birth", row => Of(Both(row), Year(row)));
        Add(hasRoom && hasGiven && hasFamily && hasPlace, "both names and district", row => Of(Both(row), districts[row[postcode]]));
        Add(hasGiven && hasFamily && hasBirth, "how both names sound, and year of birth", row => Of(sounds[row[given]], sounds[row[family]], Year(row)));
        Add(hasGiven && hasFamily && hasBirth, "how both names sound, and day and month of birth", row => Of(sounds[row[given]], sounds[row[family]], DayAndMonth(row)));
        Add(hasRoom && hasGiven && hasFamily && hasPlace, "how both names sound, and district", row => Of(sounds[row[given]], sounds[row[family]], districts[row[postcode]]));
        Add(hasBirth && hasPlace, "date of birth and district", row => Of(Date(row), districts[row[postcode]]));
        Add(hasBirth && hasGiven, "date of birth and initial of the given name", row => Of(Date(row), initials[row[given]]));
        Add(hasBirth && hasFamily, "date of birth and initial of the family name", row => Of(Date(row), initials[row[family]]));
    }

    private void AddForSearch()
    {
        Add(given >= 0 && family >= 0, "how both names sound", row => Of(sounds[row[given]], sounds[row[family]]));
        Add(family >= 0 && birth >= 0, "family name and year of birth", row => Of(row[family], Year(row)));
        Add(given >= 0 && birth >= 0, "given name and year of birth", row => Of(row[given], Year(row)));
        Add(family >= 0, "family name", row => Of(row[family], 1));
        Add(given >= 0, "given name", row => Of(row[given], 1));
        Add(birth >= 0, "date of birth", row => Of(Date(row), 1));
        Add(postcode >= 0, "postcode", row => Of(row[postcode], 1));
    }

    private void Add(bool possible, string name, BlockKey key, bool isBroad = false)
    {
        if (possible)
        {
            rules.Add(new BlockingRule(name, key, isBroad));
        }
    }

    /// <summary>The whole date; 0 for a part of one, and for one that stands in for many.</summary>
    private int Date(ReadOnlySpan<int> row) => BirthDate.Day(row[birth]) == 0 || (row[birth] & BirthDate.StandIn) != 0 ? 0 : row[birth];

    private int Year(ReadOnlySpan<int> row) => BirthDate.Year(row[birth]);

    private int DayAndMonth(ReadOnlySpan<int> row)
    {
        var (day, month) = (BirthDate.Day(row[birth]), BirthDate.Month(row[birth]));
        return day == 0 ? 0 : (Math.Min(day, month) * 32) + Math.Max(day, month);
    }

    private int Both(ReadOnlySpan<int> row) => row[given] == 0 || row[family] == 0 ? 0 : (int)Mix((uint)Math.Min(row[given], row[family]), (uint)Math.Max(row[given], row[family])) | 1;

    private static uint Of(int a, int b) => a == 0 || b == 0 ? 0 : Mix((uint)a, (uint)b) | 1;

    private static uint Of(int a, int b, int c) => a == 0 || b == 0 || c == 0 ? 0 : Mix(Mix((uint)a, (uint)b), (uint)c) | 1;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint a, uint b)
    {
        var mixed = ((ulong)a << 32 | b) * 0x9E37_79B9_7F4A_7C15;
        mixed ^= mixed >> 29;
        mixed *= 0xBF58_476D_1CE4_E5B9;
        return (uint)(mixed >> 32);
    }
}
