namespace Trellis.Returns.Cin;

/// <summary>What assessments found.</summary>
internal static class FactorRules
{
    private static readonly CodeSet Findings = Codes.Factors.Without(Codes.NoFactor);
    private static readonly CodeSet Old18 = CodeSet.Of("18A 18a");
    private static readonly CodeSet Old19 = CodeSet.Of("19A 19a");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("8614", "Assessments", "AssessmentAuthorisationDate AssessmentFactors")
        {
            Severity = Severity.Error,
            Message = "Factors are recorded for an assessment that is not finished. Enter when it was authorised, or take them out.",
            Check = c => c.Assessments.FailWhere(c, (x, c) => x.Authorised.IsEmpty && (x.Factors.IsGiven || c.HasFactor(x, Codes.Factors))),
            Cases = """
                Assessments LAchildID AssessmentID AssessmentAuthorisationDate AssessmentFactors
                            1         1            01/05/2025                  1A
                            2         2            -                           1A                 !
                            3         3            -                           -
                """,
        },
        new("8869", "Assessments", "AssessmentFactors")
        {
            Severity = Severity.Error,
            Message = "The assessment found no factors (21) and yet names others. Take out the one or the others.",
            Check = c =>
            {
                foreach (var x in c.Assessments)
                {
                    if (c.HasFactor(x, Codes.NoFactor) && c.HasFactor(x, Findings))
                    {
                        c.Fail(x);
                    }
                }
            },
            Cases = """
                Assessments           LAchildID AssessmentID AssessmentFactors
                                      1         1            21                 !
                                      2         2            21
                                      3         3            1A
                AssessmentFactorsList LAchildID AssessmentID AssessmentFactor
                                      1         1            21
                                      1         1            1A
                                      2         2            21
                                      3         3            1A
                """,
        },
        new("8873Q", "Assessments CINdetails", "ReasonForClosure AssessmentFactors")
        {
            Severity = Severity.Query,
            Message = "The only assessment of the case found no factors (21), and the case was not closed after assessment (RC8 or RC9). Correct the factor or the reason for closure, or explain.",
            Check = c =>
            {
                foreach (var d in c.CinDetails)
                {
                    if (d.ReasonForClosure.IsGivenOutside(Codes.ClosedAfterAssessment) && OnlyAssessment(c, d) is { } x && c.HasFactor(x, Codes.NoFactor))
                    {
                        c.Fail(d);
                        c.Fail(x);
                    }
                }
            },
            Cases = """
                Assessments LAchildID CINdetailsID AssessmentID AssessmentFactors
                            1         1            1            21
                            2         2            2            21                 !
                            3         3            3            21
                            3         3            4            1A
                            4         4            5            21
                CINdetails  LAchildID CINdetailsID ReasonForClosure
                            1         1            RC8
                            2         2            RC3               !
                            3         3            RC3
                            4         4            -
                """,
        },
        new("8897Q", "Assessments", "AssessmentAuthorisationDate AssessmentFactors")
        {
            Severity = Severity.Query,
            Message = "The assessment is finished and says nothing that it found. Enter the factors, or 21 where there are none.",
            Check = c => c.Assessments.FailWhere(c, (x, c) => c.Census.Holds(x.Authorised) && !c.HasFactor(x, Codes.Factors)),
            Cases = """
                Header      ReferenceDate
                            31/03/2026
                Assessments LAchildID AssessmentID AssessmentAuthorisationDate AssessmentFactors
                            1         1            01/05/2025                  1A
                            2         2            01/05/2025                  -                  !
                            3         3            01/05/2025                  99                 !
                            4         4            -                           -
                """,
        },
        new("8898", "Assessments", "AssessmentFactors")
        {
            Severity = Severity.Error,
            Message = "The assessment names the same factor twice. Take one out.",
            Check = c =>
            {
                for (var i = 0; i < c.AssessmentFactors.Count; i++)
                {
                    for (var j = i + 1; j < c.AssessmentFactors.Count; j++)
                    {
                        var (one, other) = (c.AssessmentFactors[i], c.AssessmentFactors[j]);
                        if (one.Factor.IsGiven && one.Factor == other.Factor && one.AssessmentId == other.AssessmentId)
                        {
                            FailNumbered(c, one.AssessmentId);
                        }
                    }
                }
            },
            Cases = """
                Assessments           LAchildID AssessmentID
                                      1         1             !
                                      2         2
                                      2         3
                AssessmentFactorsList LAchildID AssessmentID AssessmentFactor
                                      1         1            1A
                                      1         1            1A
                                      2         2            1A
                                      2         3            1A
                """,
        },
        new("8945Q", "Assessments", "AssessmentFactors")
        {
            From = 2025,
            Severity = Severity.Query,
            Message = "The factor 18A is no longer used. Enter 18B or 18C instead, or give the reason.",
            Check = c => c.Assessments.FailWhere(c, (x, c) => c.HasFactor(x, Old18)),
            Cases = """
                Assessments LAchildID AssessmentID AssessmentFactors
                            1         1            18B
                            2         2            18A                !
                            3         3            -
                """,
        },
        new("8950Q", "Assessments", "AssessmentFactors")
        {
            From = 2025,
            Severity = Severity.Query,
            Message = "The factor 19A is no longer used. Enter 19B or 19C instead, or give the reason.",
            Check = c => c.Assessments.FailWhere(c, (x, c) => c.HasFactor(x, Old19)),
            Cases = """
                Assessments LAchildID AssessmentID AssessmentFactors
                            1         1            19C
                            2         2            19A                !
                            3         3            -
                """,
        },
    ];

    private static Assessment? OnlyAssessment(Child child, CinDetails one)
    {
        Assessment? only = null;
        foreach (var assessment in child.Assessments)
        {
            if (assessment.CaseId == one.CaseId)
            {
                if (only is not null)
                {
                    return null;
                }

                only = assessment;
            }
        }

        return only;
    }

    private static void FailNumbered(Child child, Code number)
    {
        foreach (var assessment in child.Assessments)
        {
            if (assessment.AssessmentId == number)
            {
                child.Fail(assessment);
            }
        }
    }
}
