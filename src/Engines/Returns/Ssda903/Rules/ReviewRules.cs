namespace Trellis.Returns.Ssda903;

/// <summary>Reviews of looked after children.</summary>
internal static class ReviewRules
{
    private static readonly CodeSet OlderChild = CodeSet.Of("PN1 PN2 PN3 PN4 PN5 PN6 PN7");

    private static readonly Code YoungChild = Code.Of("PN0");

    private static readonly CodeSet Participations = OlderChild.And(CodeSet.Of("PN0"));

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("166", "Reviews", "REVIEW")
        {
            Message = "The date of the review is missing or no date. Enter it as day, month and year.",
            CheckRows = r => r.Reviews.FailWhere(r => !r.Date.IsDay),
            Cases = """
                Reviews REVIEW
                        01/05/2026
                        31/06/2026  !
                        -           !
                """,
        },
        new("167", "Reviews", "REVIEW_CODE")
        {
            Message = "How the child took part in the review is missing or not one of PN0 to PN7. Enter the code.",
            CheckRows = r => r.Reviews.FailWhere(r => !r.ReviewCode.IsIn(Participations) && (r.Date.IsGiven || r.ReviewCode.IsGiven)),
            Cases = """
                Reviews REVIEW      REVIEW_CODE
                        01/05/2026  PN0
                        01/05/2026  PN7
                        01/05/2026  PN8  !
                        01/05/2026  pn1  !
                        01/05/2026  -    !
                        -           PN8  !
                        -           -
                """,
        },
        new("399", "Episodes Header|Reviews", "MOTHER LS REVIEW REVIEW_CODE")
        {
            Message = "The child has only short breaks (V3 or V4), for which neither reviews nor motherhood are returned. Clear them, or correct the legal status.",
            Check = c =>
            {
                var isMotherSaid = c.Header.Any(h => h.Mother.IsGiven);
                var isReviewed = c.Reviews.Any(r => r.Date.IsGiven || r.ReviewCode.IsGiven);
                if (c.HasOnlyShortBreaks && (isMotherSaid || isReviewed))
                {
                    c.Episodes.FailAll();
                    c.Header.FailAll();
                    c.Reviews.FailAll();
                }
            },
            Cases = """
                Episodes CHILD LS
                         1     V3  !
                         2     V4  !
                         2     V3  !
                         3     V3
                         3     C2
                         4     V3
                Header CHILD MOTHER
                         1     0   !
                         2     -   !
                         3     0
                         4     -
                Reviews CHILD REVIEW REVIEW_CODE
                         2     01/05/2026  -  !
                         3     01/05/2026  PN1
                         4     -           -
                """,
        },
        new("440", "Reviews", "DOB REVIEW REVIEW_CODE")
        {
            Message = "PN0 says that the child was under 4 at the review, and it was 4 or over. Correct the code or one of the dates.",
            CheckRows = r => r.Reviews.FailWhere(r => r.ReviewCode == YoungChild && r.Date >= r.Dob.PlusYears(4)),
            Cases = """
                Reviews DOB         REVIEW      REVIEW_CODE
                        01/05/2022  01/05/2026  PN0  !
                        01/05/2022  30/04/2026  PN0
                        01/05/2022  01/05/2026  PN1
                        -           01/05/2026  PN0
                """,
        },
        new("441", "Reviews", "DOB REVIEW REVIEW_CODE")
        {
            Message = "The code says that the child was 4 or over at the review, and it was younger. Enter PN0 or correct one of the dates.",
            CheckRows = r => r.Reviews.FailWhere(r => r.ReviewCode.IsIn(OlderChild) && r.Date < r.Dob.PlusYears(4)),
            Cases = """
                Reviews DOB         REVIEW      REVIEW_CODE
                        01/05/2022  30/04/2026  PN1  !
                        01/05/2022  30/04/2026  PN7  !
                        01/05/2022  01/05/2026  PN1
                        01/05/2022  30/04/2026  PN0
                        -           30/04/2026  PN1
                """,
        },
    ];
}
