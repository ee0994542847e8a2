using System.Collections.Concurrent;

namespace Trellis.Linkage;

/// <summary>The dictionaries of a mapping's fields: one field is one place in a record's row.</summary>
internal sealed class FieldLayout
{
    private readonly FieldMap map;
    private readonly ConcurrentBag<Guests> free = [];

    public FieldLayout(FieldMap map)
    {
        this.map = map;
        for (var set = 0; set < Guests.Sets; set++)
        {
            free.Add(new Guests(set));
        }

        Texts = [.. map.Fields.Select(f => IsName(f.Kind) || f.Kind is FieldKind.Birth or FieldKind.Postcode ? null : new Words())];
    }

    /// <summary>Stands between an agency's identifier and the agency.</summary>
    public const char AgencyMark = '\u001F';

    public int Slots => map.Fields.Count;

    /// <summary>All names share one dictionary, so that a given name can be held against a family name.</summary>
    public Words Names { get; } = new();

    public Words Postcodes { get; } = new();

    /// <summary>The dictionary of each field that has one to itself.</summary>
    public Words?[] Texts { get; }

    /// <summary>Lends numbers for the unknown words of a query; where all are lent, it waits.</summary>
    public Guests Lend()
    {
        var wait = default(SpinWait);
        Guests? lent;
        while (!free.TryTake(out lent))
        {
            wait.SpinOnce();
        }

        return lent;
    }

    public void TakeBack(Guests guests)
    {
        guests.Leave();
        free.Add(guests);
    }

    public bool IsName(int slot) => IsName(map.Fields[slot].Kind);

    private static bool IsName(FieldKind kind) => kind is FieldKind.Given or FieldKind.Middle or FieldKind.Family or FieldKind.Former;

    /// <summary>The place of the only field of a kind; -1 where the mapping has none.</summary>
    public int SlotOf(FieldKind kind)
    {
        for (var i = 0; i < map.Fields.Count; i++)
        {
            if (map.Fields[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// The number of a value as a row holds it, for a text as a file has it; 0 where it tells nothing. The scratch is at least twice as long as the text, and 32 bytes. With guests an unknown word
    /// is one of them, and no dictionary changes.
    /// </summary>
    public int Read(int slot, ReadOnlySpan<byte> text, Span<byte> scratch, Guests? guests = null)
    {
        switch (map.Fields[slot].Kind)
        {
            case FieldKind.Given or FieldKind.Middle or FieldKind.Family or FieldKind.Former:
                return Number(Names, Known(text, scratch, digits: false), guests);
            case FieldKind.Birth:
                return BirthDate.Read(text);
            case FieldKind.Postcode:
                return Number(Postcodes, PostcodeText.Fold(text, scratch), guests);
            case FieldKind.NhsNumber:
                return NhsNumber.IsValid(text) ? Number(Texts[slot]!, Signs(text, scratch), guests) : 0;
            case FieldKind.Upn:
                return Signs(text, scratch) is var upn && UniquePupilNumber.IsValid(upn) ? Number(Texts[slot]!, upn, guests) : 0;
            case FieldKind.Phone:
                return Signs(text, scratch) is { Length: > 5 } phone ? Number(Texts[slot]!, phone.Length > 9 ? phone[^9..] : phone, guests) : 0;
            case FieldKind.Email:
                return Number(Texts[slot]!, Lower(text, scratch), guests);
            case FieldKind.AgencyId:
                return Number(Texts[slot]!, AgencyId(text, scratch), guests);
            case FieldKind.Sex:
                return Sex(Known(text, scratch, digits: true)) is var sex and >= 0 ? sex : Number(Texts[slot]!, Known(text, scratch, digits: true), guests) + 2;
            default:
                return Number(Texts[slot]!, Known(text, scratch, digits: true), guests);
        }
    }

    private static int Number(Words words, ReadOnlySpan<byte> text, Guests? guests) => guests is null ? words.Add(text) : words.Find(text) is var known and >= 0 ? known : guests.Take(words, text);

    public string Write(int slot, int value) => map.Fields[slot].Kind switch
    {
        _ when value == 0 => "",
        FieldKind.Given or FieldKind.Middle or FieldKind.Family or FieldKind.Former => Names.Text(value),
        FieldKind.Birth => BirthDate.Write(value & ~BirthDate.StandIn),
        FieldKind.Postcode => Postcodes.Text(value),
        FieldKind.Sex => value switch { 1 => "female", 2 => "male", _ => Texts[slot]!.Text(value - 2) },
        FieldKind.AgencyId => Texts[slot]!.Text(value).Replace(AgencyMark, ' '),
        _ => Texts[slot]!.Text(value),
    };

    /// <summary>Whether an agency's identifier came with the agency.</summary>
    public bool NamesAgency(int agencyId) => Texts[SlotOf(FieldKind.AgencyId)]![agencyId].Contains((byte)AgencyMark);

    /// <summary>1 female, 2 male, 0 not known, -1 another word. The codes are those of the NHS data dictionary.</summary>
    private static int Sex(ReadOnlySpan<byte> folded) => folded switch
    {
        [] => 0,
        [(byte)'f'] or [(byte)'2'] => 1,
        [(byte)'m'] or [(byte)'1'] => 2,
        [(byte)'0'] or [(byte)'9'] or [(byte)'u'] => 0,
        _ when folded.SequenceEqual("female"u8) || folded.SequenceEqual("girl"u8) || folded.SequenceEqual("woman"u8) => 1,
        _ when folded.SequenceEqual("male"u8) || folded.SequenceEqual("boy"u8) || folded.SequenceEqual("man"u8) => 2,
        _ => -1,
    };

    private static ReadOnlySpan<byte> Known(ReadOnlySpan<byte> text, Span<byte> scratch, bool digits)
    {
        var folded = scratch[..NameText.Fold(text, scratch, digits)];
        return NameText.IsUnknown(folded) ? [] : folded;
    }

    /// <summary>Letters, in capitals, and digits alone.</summary>
    private static ReadOnlySpan<byte> Signs(ReadOnlySpan<byte> text, Span<byte> scratch)
    {
        var length = 0;
        foreach (var sign in text)
        {
            if (char.IsAsciiLetterOrDigit((char)sign))
            {
                scratch[length++] = (byte)char.ToUpperInvariant((char)sign);
            }
        }

        return scratch[..length];
    }

    private static ReadOnlySpan<byte> AgencyId(ReadOnlySpan<byte> text, Span<byte> scratch)
    {
        var mark = text.IndexOf((byte)AgencyMark);
        var length = Signs(mark < 0 ? text : text[..mark], scratch).Length;
        if (mark < 0 || length == 0 || Signs(text[mark..], scratch[(length + 1)..]) is not { Length: > 0 } agency)
        {
            return scratch[..length];
        }

        scratch[length] = (byte)AgencyMark;
        return scratch[..(length + 1 + agency.Length)];
    }

    private static ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> text, Span<byte> scratch)
    {
        for (var i = 0; i < text.Length; i++)
        {
            scratch[i] = (byte)char.ToLowerInvariant((char)text[i]);
        }

        return scratch[..text.Length];
    }
}
