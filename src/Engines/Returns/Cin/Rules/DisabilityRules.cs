namespace Trellis.Returns.Cin;

/// <summary>Disabilities.</summary>
internal static class DisabilityRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("8540", "ChildIdentifiers CINdetails", "Disability PersonBirthDate ReferralNFA")
        {
            Severity = Severity.Error,
            Message = "A child whose referral went further has no disability code, or one that is not of the list. Enter each disability, or NONE.",
            Check = c =>
            {
                if (!c.ChildIdentifiers.Any(i => i.Birth.IsGiven) || c.CinDetails.All(d => d.IsNoFurtherAction) || (!c.Disabilities.IsEmpty && c.Disabilities.All(d => d.Disability.IsIn(Codes.Disabilities))))
                {
                    return;
                }

                c.ChildIdentifiers.FailAll();
                c.CinDetails.FailWhere(d => !d.IsNoFurtherAction);
                c.Disabilities.FailWhere(d => !d.Disability.IsIn(Codes.Disabilities));
            },
            Cases = """
                ChildIdentifiers LAchildID PersonBirthDate
                                 1         01/05/2015
                                 2         01/05/2015       !
                                 3         01/05/2015       !
                                 4         01/05/2015
                                 5         -
                Disabilities     LAchildID Disability
                                 1         MOB
                                 2         MOBILE           !
                CINdetails       LAchildID ReferralNFA
                                 1         0
                                 2         0                !
                                 2         1
                                 3         false            !
                                 4         true
                                 5         0
                """,
        },
        new("8790", "Disabilities", "Disability")
        {
            Severity = Severity.Error,
            Message = "The child has a disability and the code that there is none (NONE). Take the one or the other out.",
            Check = c =>
            {
                if (c.Disabilities.Any(d => d.Disability == Codes.NoDisability))
                {
                    c.Disabilities.FailWhere(d => d.Disability.IsGiven && d.Disability != Codes.NoDisability);
                }
            },
            Cases = """
                Disabilities LAchildID Disability
                             1         NONE
                             1         MOB         !
                             2         MOB
                             2         HEAR
                             3         NONE
                """,
        },
        new("8794", "Disabilities", "Disability")
        {
            Severity = Severity.Error,
            Message = "The child has the same disability twice. Take one out.",
            Check = c => c.FailPairs(c.Disabilities, (_, a, b) => a.Disability.IsGiven && a.Disability == b.Disability),
            Cases = """
                Disabilities LAchildID Disability
                             1         MOB         !
                             1         MOB         !
                             1         HEAR
                             2         MOB
                """,
        },
    ];
}
