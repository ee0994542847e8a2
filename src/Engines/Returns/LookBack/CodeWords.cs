using System.Collections.Frozen;

namespace Trellis.Returns.LookBack;

/// <summary>Codes of the returns in a few words, for stories. A code that is not here is told as it stands.</summary>
internal static class CodeWords
{
    private static readonly FrozenDictionary<string, string> LegalStatuses = Of("""
        C1 interim care order | C2 full care order | D1 freed for adoption | E1 placement order | V2 accommodated under section 20 | V3 short breaks, each by itself | V4 short breaks, a series
        J1 remanded | J2 accommodated under PACE | J3 youth justice, residence required | L1 police protection | L2 emergency protection order | L3 child assessment order
        """);

    private static readonly FrozenDictionary<string, string> Placements = Of("""
        U1 foster carers who are relatives or friends, long term | U2 foster carers who are relatives or friends, fostering for adoption | U3 foster carers who are relatives or friends
        U4 foster carers, long term | U5 foster carers, fostering for adoption | U6 foster carers | A3 placed for adoption with the foster carers, with consent | A4 placed for adoption, with consent
        A5 placed for adoption with the foster carers, by order | A6 placed for adoption, by order | K1 secure children's home | K2 children's home | K3 supported accommodation | H5 semi-independent living
        P1 with parents | P2 living independently | P3 residential employment | R1 residential care home | R2 health establishment | R3 family centre or mother and baby unit | R5 young offender institution
        S1 residential school | T0 temporary placement | T1 temporary, in hospital | T2 temporary, respite | T3 temporary, while the carer is on holiday | T4 temporary | Z1 other placement
        Z11 unregistered placement | Z12 unregistered placement | Z13 unregistered placement | Z14 unregistered placement
        """);

    private static readonly FrozenDictionary<string, string> Abuse = Of("NEG neglect | PHY physical abuse | SAB sexual abuse | EMO emotional abuse | MUL multiple");

    public static string OfLegalStatus(string code) => Said(LegalStatuses, code);

    public static string OfPlacement(string code) => Said(Placements, code);

    public static string OfAbuse(string code) => Said(Abuse, code);

    private static string Said(FrozenDictionary<string, string> words, string code) => code.Length == 0 ? "not known" : words.TryGetValue(code, out var said) ? $"{said} ({code})" : code;

    private static FrozenDictionary<string, string> Of(string words) =>
        words.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => w.Split(' ', 2)).ToFrozenDictionary(w => w[0], w => w[1], StringComparer.Ordinal);
}
