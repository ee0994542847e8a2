namespace Trellis.Linkage;

/// <summary>Brings records together that have something in common: two are compared when some rule gives both the same key.</summary>
/// <param name="Name">For people.</param>
/// <param name="Key">Of a row of values; 0 where it lacks something.</param>
internal sealed record BlockingRule(string Name, BlockKey Key);

/// <summary>The key of a row; 0 where the row lacks what the rule needs. Different things may, rarely, have one key: then some pairs too many are compared.</summary>
internal delegate uint BlockKey(ReadOnlySpan<int> row);

/// <summary>
/// The rules for what a mapping has. Beside the usual ones (two of name, date and postcode equal) stand those that bring back what they miss: one name misspelt and the address
/// changed, the date with a slip, names changed about, half the date or half the postcode.
/// </summary>
internal static class BlockingRules
{
    public const int Most = 16;

    public static List<BlockingRule> For(RecordSet records, NameIndex names)
    {
        var layout = records.Layout;
        var (given, family, birth, postcode) = (layout.SlotOf(FieldKind.Given), layout.SlotOf(FieldKind.Family), layout.SlotOf(FieldKind.Birth), layout.SlotOf(FieldKind.Postcode));
        var districts = postcode < 0 ? [] : Districts(layout.Postcodes);
        int Slot(ReadOnlySpan<int> row, int slot) => row[slot];
        int Heard(ReadOnlySpan<int> row, int slot) => row[slot] == 0 ? 0 : names[row[slot]].Sound + 1;
        int Begins(ReadOnlySpan<int> row, int slot) => row[slot] == 0 ? 0 : names[row[slot]].Letters[0] + 1;
        int Date(ReadOnlySpan<int> row) => BirthDate.Day(row[birth]) == 0 || (row[birth] & BirthDate.StandIn) != 0 ? 0 : row[birth];
        int Year(ReadOnlySpan<int> row) => BirthDate.Year(row[birth]);
        int DayAndMonth(ReadOnlySpan<int> row) => BirthDate.Day(row[birth]) is var day && BirthDate.Month(row[birth]) is var month && day == 0 ? 0 : (Math.Min(day, month) * 32) + Math.Max(day, month);
        int District(ReadOnlySpan<int> row) => districts[row[postcode]];
        int Both(ReadOnlySpan<int> row) => row[given] == 0 || row[family] == 0 ? 0 : (int)Mix((uint)Math.Min(row[given], row[family]), (uint)Math.Max(row[given], row[family])) | 1;

        var rules = new List<BlockingRule>();
        void Add(bool possible, string name, BlockKey key)
        {
            if (possible)
            {
                rules.Add(new BlockingRule(name, key));
            }
        }

        var (hasGiven, hasFamily, hasBirth, hasPlace) = (given >= 0, family >= 0, birth >= 0, postcode >= 0);
        for (var slot = 0; slot < layout.Slots && rules.Count < 6; slot++)
        {
            var at = slot;
            Add(records.Map.Fields[slot].Kind is FieldKind.NhsNumber or FieldKind.Upn or FieldKind.AgencyId or FieldKind.Phone or FieldKind.Email, records.Map.Fields[slot].Name, row => Of(Slot(row, at), 1));
        }

        Add(hasGiven && hasBirth, "given name and date of birth", row => Of(Slot(row, given), Date(row)));
        Add(hasFamily && hasBirth, "family name and date of birth", row => Of(Slot(row, family), Date(row)));
        Add(hasFamily && hasPlace, "family name and postcode", row => Of(Slot(row, family), Slot(row, postcode)));
        Add(hasGiven && hasPlace, "given name and postcode", row => Of(Slot(row, given), Slot(row, postcode)));
        Add(hasGiven && hasFamily, "both names, in any order", row => Of(Both(row), 1));
        Add(hasGiven && hasFamily && hasBirth, "both names and year of birth", row => Of(Both(row), Year(row)));
        Add(hasGiven && hasFamily && hasPlace, "both names and district", row => Of(Both(row), District(row)));
        Add(hasGiven && hasFamily && hasBirth, "how both names sound, and year of birth", row => Of(Heard(row, given), Heard(row, family), Year(row)));
        Add(hasGiven && hasFamily && hasBirth, "how both names sound, and day and month of birth", row => Of(Heard(row, given), Heard(row, family), DayAndMonth(row)));
        Add(hasGiven && hasFamily && hasPlace, "how both names sound, and district", row => Of(Heard(row, given), Heard(row, family), District(row)));
        Add(hasBirth && hasPlace, "date of birth and district", row => Of(Date(row), District(row)));
        Add(hasBirth && hasGiven, "date of birth and initial of the given name", row => Of(Date(row), Begins(row, given)));
        Add(hasBirth && hasFamily, "date of birth and initial of the family name", row => Of(Date(row), Begins(row, family)));
        for (var slot = 0; slot < layout.Slots; slot++)
        {
            var at = slot;
            Add(rules.Count < Most && records.Map.Fields[slot].Kind is FieldKind.Address or FieldKind.Other, records.Map.Fields[slot].Name, row => Of(Slot(row, at), 1));
        }

        return rules[..Math.Min(Most, rules.Count)];
    }

    private static int[] Districts(Words postcodes)
    {
        var numbers = new Words();
        var of = new int[postcodes.Count];
        for (var p = 1; p < of.Length; p++)
        {
            var text = postcodes[p];
            of[p] = numbers.Add(text[..(PostcodeText.DistrictLength(text) is var length and > 0 ? length : Math.Min(3, text.Length))]);
        }

        return of;
    }

    private static uint Of(int a, int b) => a == 0 || b == 0 ? 0 : Mix((uint)a, (uint)b) | 1;

    private static uint Of(int a, int b, int c) => a == 0 || b == 0 || c == 0 ? 0 : Mix(Mix((uint)a, (uint)b), (uint)c) | 1;

    private static uint Mix(uint a, uint b)
    {
        var mixed = ((ulong)a << 32 | b) * 0x9E37_79B9_7F4A_7C15;
        mixed ^= mixed >> 29;
        mixed *= 0xBF58_476D_1CE4_E5B9;
        return (uint)(mixed >> 32);
    }
}
