namespace Trellis.Governance.Meetings;

/// <summary>How open something is, as a form says it.</summary>
public sealed record Keeping(Openness Openness, int? Paragraph, string? PublicInterest)
{
    public static readonly Keeping Open = new(Openness.Public, null, null);

    public static Keeping Of(IKeptBack thing) => new(thing.Openness, thing.ExemptParagraph, thing.PublicInterest);

    /// <summary>What is stored: paragraph and sentence go with what is exempt, and with nothing else.</summary>
    internal (Openness Openness, int? Paragraph, string? PublicInterest) Stored =>
        Openness == Openness.Exempt ? (Openness, Paragraph, FieldChecks.OrNull(PublicInterest)) : (Openness, null, null);

    internal void Check(FieldChecks checks)
    {
        if (Openness == Openness.Exempt)
        {
            checks.Must(Schedule12A.Has(Paragraph), "ExemptParagraph", "Choose the paragraph of Schedule 12A under which it is kept from the public")
                .Needed("PublicInterest", PublicInterest, AgendaItem.LongestReason, "Say why keeping it back serves the public better than telling it");
        }
    }

    internal IEnumerable<(string Label, string Value)> Said =>
    [
        ("Who may see it", OpennessWords.Of(Openness)),
        ("Paragraph", Stored.Paragraph is { } paragraph ? $"{paragraph}" : ""),
        ("Public interest", Stored.PublicInterest ?? ""),
    ];
}

/// <summary>The words for what is open and what is kept back.</summary>
public static class OpennessWords
{
    public static string Of(Openness openness) => openness switch
    {
        Openness.Exempt => "Exempt: not for the public",
        Openness.Confidential => "Confidential",
        _ => "Public",
    };

    /// <summary>What stands in place of something that its reader may not see: "An item that is not for the public".</summary>
    /// <param name="what">"item", "paper".</param>
    public static string Withheld(Openness openness, string what) => openness == Openness.Confidential
        ? $"A confidential {what}"
        : $"{(what[0] is 'a' or 'e' or 'i' or 'o' ? "An" : "A")} {what} that is not for the public";

    /// <summary>Why, where the public may know: the paragraph and the sentence of something exempt.</summary>
    public static string? Why(int? paragraph, string? publicInterest) =>
        paragraph is { } number ? $"Kept back under {Schedule12A.Say(number)}. {publicInterest}" : null;
}
