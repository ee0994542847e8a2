namespace Trellis.Linkage;

/// <summary>
/// What is left of a name when it is written as it sounds to an English ear: the first sound, then the consonants, those of one sound as one letter, doubled ones once, mute ones left out. In the manner of
/// Philips's Metaphone (1990), shorter and looser: names of South Asian and Arabic origin are spelt by ear too.
/// </summary>
internal static class Sound
{
    /// <summary>Writes the sound of a folded name; at most as many letters as the name has.</summary>
    public static int Of(ReadOnlySpan<byte> name, Span<byte> into)
    {
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var next = i + 1 < name.Length ? name[i + 1] : (byte)0;
            var sound = name[i] switch
            {
                (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y' => i == 0 ? (name[i] is (byte)'e' or (byte)'i' or (byte)'y' ? (byte)'i' : name[i] == (byte)'a' ? (byte)'a' : (byte)'o') : (byte)0,
                (byte)'p' when next == 'h' => (byte)'f',
                (byte)'v' => (byte)'f',
                (byte)'c' when next == 'h' => (byte)'x',
                (byte)'s' when next == 'h' => (byte)'x',
                (byte)'c' when next is (byte)'e' or (byte)'i' or (byte)'y' => (byte)'s',
                (byte)'c' or (byte)'q' => (byte)'k',
                (byte)'k' when i == 0 && next == 'n' => (byte)0,
                (byte)'x' => (byte)'k',
                (byte)'z' => (byte)'s',
                (byte)'g' when next == 'h' => (byte)0,
                (byte)'j' => (byte)'j',
                (byte)'g' when next is (byte)'e' or (byte)'i' => (byte)'j',
                (byte)'d' when next == 'g' => (byte)0,
                (byte)'h' => i == 0 ? (byte)'h' : (byte)0,
                (byte)'w' => i == 0 && next != 'r' ? (byte)'w' : (byte)0,
                (byte)' ' => (byte)0,
                var letter => letter,
            };
            if (sound != 0 && (length == 0 || into[length - 1] != sound))
            {
                into[length++] = sound;
            }
        }

        return length;
    }
}
