namespace Trellis.Returns;

/// <summary>One part of a breakdown. A case belongs to the first group that takes it.</summary>
public sealed class Group
{
    private readonly CodeSet? _codes;
    private readonly int? _upTo;

    private Group(string code, string title, CodeSet? codes, int? upTo)
    {
        (Code, Title) = (code, title);
        (_codes, _upTo) = (codes, upTo);
    }

    /// <summary>Stable, one word.</summary>
    public string Code { get; }

    /// <summary>In plain words.</summary>
    public string Title { get; }

    /// <summary>The group of some codes, parted by spaces.</summary>
    public static Group Of(string code, string title, string codes) => new(code, title, CodeSet.Of(codes), null);

    /// <summary>The group of numbers up to one, that one counted.</summary>
    public static Group UpTo(string code, string title, int number) => new(code, title, null, number);

    /// <summary>The last group: whatever no other took.</summary>
    public static Group Rest(string code, string title) => new(code, title, null, null);

    internal bool Takes(Code code) => _codes is null ? _upTo is null : code.IsIn(_codes);

    internal bool Takes(int? number) => _upTo is null ? _codes is null : number <= _upTo;
}
