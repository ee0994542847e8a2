namespace Trellis.Returns.Cin;

/// <summary>What rules ask of a child or a row, in the words of the census.</summary>
internal static class Readings
{
    extension(Child child)
    {
        /// <summary>The last day of the census year: the reference date of the header, or 31 March where there is none.</summary>
        public Day ReferenceDate =>
            child.Data.Now[Shapes.Header.Number] is { Rows: > 0 } header && Header.Of(new Row(header, 0)).ReferenceDate is { IsDay: true } day ? day : child.Year.End;

        /// <summary>The first day of the census year.</summary>
        public Day CensusStart => child.ReferenceDate.PlusYears(-1).Plus(1);

        /// <summary>How many factors of an assessment are of a set, each counted as often as it stands there.</summary>
        public int CountFactors(Assessment assessment, CodeSet factors)
        {
            var count = 0;
            foreach (var factor in child.AssessmentFactors)
            {
                count += factor.AssessmentId == assessment.AssessmentId && factor.Factor.IsIn(factors) ? 1 : 0;
            }

            return count;
        }

        /// <summary>How many factors an assessment has.</summary>
        public int CountFactors(Assessment assessment)
        {
            var count = 0;
            foreach (var factor in child.AssessmentFactors)
            {
                count += factor.AssessmentId == assessment.AssessmentId && factor.Factor.IsGiven ? 1 : 0;
            }

            return count;
        }
    }

    extension(Day day)
    {
        /// <summary>A Saturday or a Sunday.</summary>
        public bool IsWeekend => day.IsDay && day.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    extension(Section47 enquiry)
    {
        /// <summary>No conference is required.</summary>
        public bool NeedsNoConference => enquiry.ConferenceNotRequired.IsIn(EnquiryRules.Yes);

        /// <summary>Neither has there been a conference, nor is it said that none is required.</summary>
        public bool IsOpen => enquiry.InitialConference.IsEmpty && !enquiry.NeedsNoConference;
    }
}
