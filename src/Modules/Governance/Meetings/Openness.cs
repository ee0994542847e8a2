namespace Trellis.Governance.Meetings;

/// <summary>Who may see an agenda item or a paper.</summary>
public enum Openness
{
    Public,

    /// <summary>Kept from the public under a numbered paragraph of Schedule 12A to the Local Government Act 1972, with the public-interest sentence.</summary>
    Exempt,

    /// <summary>Given to the council in confidence, or kept secret by law or a court.</summary>
    Confidential,
}

/// <summary>What may be kept from the public, and why.</summary>
public interface IKeptBack
{
    Openness Openness { get; }

    /// <summary>The paragraph of Schedule 12A, 1 to 7, of what is exempt.</summary>
    int? ExemptParagraph { get; }

    /// <summary>The public-interest sentence, written for the public to read.</summary>
    string? PublicInterest { get; }
}
