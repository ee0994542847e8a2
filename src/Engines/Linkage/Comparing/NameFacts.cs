using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Trellis.Linkage;

/// <summary>How two names stand to each other.</summary>
internal enum NameKinship : byte
{
    /// <summary>One is not there.</summary>
    Missing,

    /// <summary>One only says that there is a child.</summary>
    Placeholder,
    Different,
    SameInitial,
    Resembling,

    /// <summary>One is a letter, with which the other begins.</summary>
    Initial,

    /// <summary>One is a part of the other, as in double-barrelled names.</summary>
    Part,
    SoundsAlike,
    Nickname,

    /// <summary>One slip apart, or nearly the same.</summary>
    Close,
    Equal,
}

/// <summary>What is known of a name before it is compared with any other.</summary>
internal struct NameFacts
{
    /// <summary>The first sixteen letters.</summary>
    public Vector128<byte> Letters;

    /// <summary>Two bits for each letter of the alphabet: it is there, it is there twice. All above: 1 when that tells not everything.</summary>
    public ulong Signature;

    public int Sound;
    public int Groups;
    public byte Length;
    public bool IsPlaceholder;
    public bool IsCompound;
    public byte Given;
    public byte Family;
}

/// <summary>All names of a dictionary, and how any two of them stand to each other.</summary>
internal sealed class NameIndex
{
    private const ulong Inexact = 1UL << 63;

    /// <summary>Names that are less alike than this are different.</summary>
    private const double Resembling = 0.85;
    private const double Close = 0.945;

    private readonly Words words;
    private readonly List<int[]> groups = [.. Enumerable.Repeat(Array.Empty<int>(), Guests.All + 1)];
    private readonly Dictionary<int, int[]> parts = [];
    private readonly int[][] partsOfGuests = new int[Guests.All + 1][];
    private readonly Words sounds = new();
    private NameFacts[] facts = new NameFacts[Guests.All + 1];
    private int known = Guests.All + 1;

    /// <summary>Knows no name before it is told to catch up.</summary>
    public NameIndex(Words words) => this.words = words;

    public ref NameFacts this[int name] => ref facts[name];

    public int Count => known;

    /// <summary>Takes in the names that were added to the dictionary since.</summary>
    public void CatchUp()
    {
        for (; known < words.Count; known++)
        {
            if (known == facts.Length)
            {
                Array.Resize(ref facts, Math.Max(words.Count, facts.Length * 2));
            }

            facts[known] = Of(known, null);
        }
    }

    /// <summary>Takes in a name that no record has, for one search.</summary>
    public void Meet(int guest, Guests guests) => facts[guest] = Of(guest, guests);

    public NameKinship Compare(int a, int b)
    {
        if (a == 0 || b == 0)
        {
            return NameKinship.Missing;
        }

        ref readonly var x = ref facts[a];
        ref readonly var y = ref facts[b];
        if (x.IsPlaceholder || y.IsPlaceholder)
        {
            return NameKinship.Placeholder;
        }

        if (a == b)
        {
            return NameKinship.Equal;
        }

        var agree = Vector128.Equals(x.Letters, y.Letters).ExtractMostSignificantBits();
        var prefix = System.Numerics.BitOperations.TrailingZeroCount(~agree);
        if (x.Length == 1 || y.Length == 1)
        {
            return prefix > 0 ? NameKinship.Initial : NameKinship.Different;
        }

        if (x.Groups != 0 && y.Groups != 0 && Nicknames.Share(groups[x.Groups], groups[y.Groups]))
        {
            return EditDistance.IsWithinOne(words[a], words[b]) ? NameKinship.Close : NameKinship.Nickname;
        }

        if ((x.IsCompound || y.IsCompound) && IsPart(a, b))
        {
            return NameKinship.Part;
        }

        return Letters(a, b, in x, in y, prefix);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private NameKinship Letters(int a, int b, in NameFacts x, in NameFacts y, int prefix)
    {
        var exact = ((x.Signature | y.Signature) & Inexact) == 0;
        var common = System.Numerics.BitOperations.PopCount(x.Signature & y.Signature & ~Inexact);
        if (!exact || JaroWinkler.AtMost(common, x.Length, y.Length, prefix) >= Resembling)
        {
            var one = words[a];
            var other = words[b];
            var alike = x.Length <= 16 && y.Length <= 16 ? JaroWinkler.OfShort(x.Letters, x.Length, y.Letters, y.Length) : JaroWinkler.Of(one, other);
            if (alike >= Close || (Math.Min(x.Length, y.Length) > 2 && EditDistance.IsWithinOne(one, other)))
            {
                return NameKinship.Close;
            }

            return SoundAlike(in x, in y) ? NameKinship.SoundsAlike : alike >= Resembling ? NameKinship.Resembling : prefix > 0 ? NameKinship.SameInitial : NameKinship.Different;
        }

        return SoundAlike(in x, in y) ? NameKinship.SoundsAlike : prefix > 0 ? NameKinship.SameInitial : NameKinship.Different;
    }

    private static bool SoundAlike(in NameFacts x, in NameFacts y) => x.Sound == y.Sound && x.Sound != 0;

    private bool IsPart(int a, int b)
    {
        ReadOnlySpan<int> ofA = facts[a].IsCompound ? PartsOf(a) : [a];
        ReadOnlySpan<int> ofB = facts[b].IsCompound ? PartsOf(b) : [b];
        foreach (var one in ofA)
        {
            foreach (var other in ofB)
            {
                if (one == other || (facts[one].Length > 3 && facts[other].Length > 3 && EditDistance.IsWithinOne(words[one], words[other])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The parts of a double-barrelled or double name, as names of their own.</summary>
    private int[] PartsOf(int name) => name <= Guests.All ? partsOfGuests[name] : parts[name];

    private NameFacts Of(int name, Guests? guests)
    {
        Span<byte> padded = stackalloc byte[16];
        padded.Clear();
        Span<byte> sound = stackalloc byte[256];
        // The dictionary may move while parts are added to it.
        ReadOnlySpan<byte> text = words[name].ToArray();
        text[..Math.Min(16, text.Length)].CopyTo(padded);
        var of = Nicknames.GroupsOf(text);
        var group = of.Length == 0 ? 0 : guests is null ? groups.Count : name;
        if (guests is not null)
        {
            groups[name] = of;
        }
        else if (of.Length > 0)
        {
            groups.Add(of);
        }

        var compound = text.Contains((byte)' ');
        if (compound)
        {
            var each = new List<int>();
            foreach (var part in text.Split((byte)' '))
            {
                if (text[part].Length > 1)
                {
                    each.Add(guests is null ? words.Add(text[part]) : words.Find(text[part]) is var found and >= 0 ? found : guests.Take(words, text[part]));
                }
            }

            if (guests is null)
            {
                parts[name] = [.. each];
            }
            else
            {
                partsOfGuests[name] = [.. each];
            }
        }

        var heard = sound[..Sound.Of(text[..Math.Min(256, text.Length)], sound)];
        return new NameFacts
        {
            Letters = Vector128.Create((ReadOnlySpan<byte>)padded), Signature = SignatureOf(text), Sound = guests is null ? sounds.Add(heard) : sounds.Find(heard), Groups = group,
            Given = Commonness.Classes - 1, Family = Commonness.Classes - 1, Length = (byte)Math.Min(255, text.Length), IsPlaceholder = NameText.IsPlaceholder(text), IsCompound = compound,
        };
    }

    private static ulong SignatureOf(ReadOnlySpan<byte> text)
    {
        ulong signature = 0;
        foreach (var letter in text)
        {
            if (letter is < (byte)'a' or > (byte)'z')
            {
                signature |= Inexact;
                continue;
            }

            var place = (letter - 'a') * 2;
            var first = 1UL << place;
            signature |= (signature & first) == 0 ? first : (signature & (first << 1)) == 0 ? first << 1 : Inexact;
        }

        return signature;
    }
}
