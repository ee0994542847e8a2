namespace Trellis.People.Nhs;

public enum PdsVerdict
{
    Match,
    Potential,

    /// <summary>Somebody, and most likely somebody else.</summary>
    Low,

    /// <summary>Several are as likely: none is taken.</summary>
    Many,
    None,
}

/// <summary>What the NHS knows of a person who was asked for in several ways.</summary>
/// <param name="Patient">The likeliest; null where it is nobody or several.</param>
public sealed record PdsOutcome(PdsVerdict Verdict, PdsPatient? Patient)
{
    public const double SureFrom = 0.95;
    public const double PotentialFrom = 0.85;

    /// <summary>Two confident answers that name two numbers are many, whichever is the surer.</summary>
    public static PdsOutcome Of(IReadOnlyCollection<PdsAnswer> answers)
    {
        var patients = answers.SelectMany(a => a.Patients).OrderByDescending(p => p.Score).DistinctBy(p => p.NhsNumber).ToList();
        if (patients.Count(p => p.Score >= SureFrom) > 1)
        {
            return new(PdsVerdict.Many, null);
        }

        return patients.FirstOrDefault() switch
        {
            { Score: >= SureFrom } sure => new(PdsVerdict.Match, sure),
            _ when answers.Any(a => a.TooMany) => new(PdsVerdict.Many, null),
            { Score: >= PotentialFrom } potential => new(PdsVerdict.Potential, potential),
            { } low => new(PdsVerdict.Low, low),
            null => new(PdsVerdict.None, null),
        };
    }
}
