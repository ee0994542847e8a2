namespace Trellis.Returns.Cin;

/// <summary>The factors that assessments found.</summary>
internal static class FactorRules
{
    private static readonly CodeSet Known = CodeSet.Of(
        "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A");

    private static readonly CodeSet NoneFound = CodeSet.Of("21");
    private static readonly CodeSet ClosedAfterAssessment = CodeSet.Of("RC8 RC9");
    private static readonly CodeSet PhysicalAbuse = CodeSet.Of("18A 18a");
    private static readonly CodeSet SexualAbuse = CodeSet.Of("19A 19a");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("8869", "Assessments AssessmentFactorsList", "AssessmentFactors")
        {
            Severity = Severity.Error,
            Message = "The assessment found no factors (21) and yet names others. Take 21 or the others out.",
            Check = c =>
            {
                foreach (var a in c.Assessments)
                {
                    if (c.CountFactors(a, NoneFound) is > 0 and var none && c.CountFactors(a) > none)
                    {
                        c.Fail(a);
                    }
                }
            },
            Cases = """
                Assessments           LAchildID AssessmentID
                                      1         1  !
                                      1         2
                                      2         3
                AssessmentFactorsList LAchildID AssessmentID AssessmentFactor
                                      1         1            21
                                      1         1            1A
                                      1         2            1A
                                      1         2            1B
                                      2         3            21
                """,
        },
        new("8873Q", "Assessments AssessmentFactorsList CINdetails", "ReasonForClosure AssessmentFactors")
        {
            Severity = Severity.Query,
            Message = "The only assessment of the case found no factors (21), but the case was closed for another reason than RC8 or RC9. Correct one of the two, or explain.",
            Check = c =>
            {
                foreach (var d in c.CinDetails)
                {
                    if (d.ReasonForClosure.IsGivenOutside(ClosedAfterAssessment) && OnlyAssessment(c, d) is { } only && c.CountFactors(only, NoneFound) > 0)
                    {
                        c.Fail(only);
                        c.Fail(d);
                    }
                }
            },
            Cases = """
                Assessments           LAchildID CINdetailsID AssessmentID
                                      1         1            1  !
                                      2         2            2
                                      3         3            3
                                      3         3            4
                                      4         4            5
                                      5         5            6
                AssessmentFactorsList LAchildID AssessmentID AssessmentFactor
                                      1         1            21
                                      2         2            21
                                      3         3            21
                                      4         5            1A
                                      5         6            21
                CINdetails            LAchildID CINdetailsID ReasonForClosure
                                      1         1            RC3  !
                                      2         2            RC9
                                      3         3            RC3
                                      4         4            RC3
                                      5         5            -
                """,
        },
        new("8897Q", "Assessments AssessmentFactorsList", "AssessmentAuthorisationDate AssessmentFactors")
        {
            Severity = Severity.Query,
            Message = "The assessment was completed in the year, but the factors that it found are missing, or one is not a code of the list. Enter them, 21 where there were none, or explain.",
            Check = c =>
            {
                foreach (var a in c.Assessments)
                {
                    var known = c.CountFactors(a, Known);
                    if (a.Authorised.IsWithin(c.CensusStart, c.ReferenceDate) && (known == 0 || c.CountFactors(a) > known))
                    {
                        c.Fail(a);
                    }
                }
            },
            Cases = """
                Assessments           LAchildID AssessmentID AssessmentAuthorisationDate
                                      1         1            01/04/2025  !
                                      2         2            31/03/2026
                                      3         3            31/03/2025
                                      4         4            -
                                      5         5            01/06/2025  !
                AssessmentFactorsList LAchildID AssessmentID AssessmentFactor
                                      1         1            -
                                      2         2            21
                                      5         5            1A
                                      5         5            1a
                """,
        },
        new("8898", "Assessments AssessmentFactorsList", "AssessmentFactors")
        {
            Severity = Severity.Error,
            Message = "The assessment names the same factor more than once. Leave each factor once.",
            Check = c =>
            {
                foreach (var a in c.Assessments)
                {
                    if (NamesOneTwice(c, a))
                    {
                        c.Fail(a);
                    }
                }
            },
            Cases = """
                Assessments           LAchildID AssessmentID
                                      1         1  !
                                      1         2
                AssessmentFactorsList LAchildID AssessmentID AssessmentFactor
                                      1         1            1A
                                      1         1            2A
                                      1         1            1A
                                      1         2            1A
                                      1         2            -
                                      1         2            -
                """,
        },
        NoLonger("8945Q", PhysicalAbuse, "physical abuse", "18A", "18B", "18C"),
        NoLonger("8950Q", SexualAbuse, "sexual abuse", "19A", "19B", "19C"),
    ];

    /// <summary>A factor that says too little since two others stand for it.</summary>
    private static Rule<Child> NoLonger(string code, CodeSet old, string what, string factor, string byChild, string byAdult) => new(code, "Assessments", "AssessmentFactors")
    {
        From = 2025,
        Severity = Severity.Query,
        Message = $"The assessment names {factor} ({what}), which no longer stands alone. Say {byChild} (by another child) or {byAdult} (by an adult), or explain.",
        Check = c =>
        {
            foreach (var a in c.Assessments)
            {
                if (a.Factors.IsIn(old) || c.CountFactors(a, old) > 0)
                {
                    c.Fail(a);
                }
            }
        },
        Cases = $"""
            Assessments LAchildID AssessmentID AssessmentFactors
                        1 1 {factor} !
                        2 2 {byChild}
                        3 3 {byAdult}
                        4 4 -
                        5 5 - !
            AssessmentFactorsList LAchildID AssessmentID AssessmentFactor
                        5 5 {byChild}
                        5 5 {factor}
            """,
    };

    private static Assessment? OnlyAssessment(Child c, CinDetails one)
    {
        Assessment? found = null;
        foreach (var a in c.Assessments)
        {
            if (a.CaseId != one.CaseId)
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = a;
        }

        return found;
    }

    private static bool NamesOneTwice(Child c, Assessment a)
    {
        var factors = c.AssessmentFactors;
        for (var i = 0; i < factors.Count; i++)
        {
            for (var before = 0; before < i && factors[i].AssessmentId == a.AssessmentId && factors[i].Factor.IsGiven; before++)
            {
                if (factors[before].AssessmentId == a.AssessmentId && factors[before].Factor == factors[i].Factor)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
