namespace Trellis.Returns.Ssda903;

/// <summary>The adopters (AD1): how many, of which sex, and in which legal relation to each other.</summary>
internal static class AdopterRules
{
    private static readonly CodeSet Numbers = CodeSet.Of("1 2");

    private static readonly CodeSet Singles = CodeSet.Of("M1 F1");

    private static readonly CodeSet SameSexCouples = CodeSet.Of("MM FF");

    private static readonly CodeSet Relations = CodeSet.Of("L0 L11 L12 L2 L3 L4");

    private static readonly Code Two = Code.Of("2");

    private static readonly Code ManAndWoman = Code.Of("MF");

    private static readonly Code SingleAdopter = Code.Of("L0");

    private static readonly Code MarriedManAndWoman = Code.Of("L11");

    private static readonly Code MarriedOfOneSex = Code.Of("L12");

    private static readonly Code CivilPartners = Code.Of("L2");

    private static readonly Code UnmarriedManAndWoman = Code.Of("L3");

    private static readonly Code UnmarriedOfOneSex = Code.Of("L4");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("175", "AD1", "NB_ADOPTR")
        {
            Message = "The number of adopters is neither 1 nor 2. Enter one of them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.NbAdoptr.IsGivenOutside(Numbers)),
            Cases = """
                AD1 NB_ADOPTR
                    1
                    2
                    0    !
                    3    !
                    -
                """,
        },
        new("176", "AD1", "SEX_ADOPTR")
        {
            Message = "The sex of the adopters is not one of M1, F1, MM, FF and MF. Enter one of them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.SexAdoptr.IsGivenOutside(Singles) && !a.SexAdoptr.IsIn(Codes.Couples)),
            Cases = """
                AD1 SEX_ADOPTR
                    M1
                    MF
                    FM   !
                    mf   !
                    -
                """,
        },
        new("177", "AD1", "LS_ADOPTR")
        {
            Message = "The legal status of the adopters is not one of L0, L11, L12, L2, L3 and L4. Enter one of them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.LsAdoptr.IsGivenOutside(Relations)),
            Cases = """
                AD1 LS_ADOPTR
                    L0
                    L4
                    L1   !
                    l0   !
                    -
                """,
        },
        new("511", "AD1", "NB_ADOPTR SEX_ADOPTR")
        {
            Message = "There are two adopters, and their sex is coded as that of one. Enter MM, FF or MF, or correct the number.",
            CheckRows = r => r.Ad1.FailWhere(a => a.NbAdoptr == Two && a.SexAdoptr.IsGivenOutside(Codes.Couples)),
            Cases = """
                AD1 NB_ADOPTR SEX_ADOPTR
                    2    M1  !
                    2    F1  !
                    2    MF
                    1    M1
                    2    -
                """,
        },
        new("514", "AD1", "LS_ADOPTR SEX_ADOPTR")
        {
            Message = "The legal status is that of a single adopter, and the sex is coded as that of a couple. Correct one of them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.LsAdoptr == SingleAdopter && a.SexAdoptr.IsGivenOutside(Singles)),
            Cases = """
                AD1 LS_ADOPTR SEX_ADOPTR
                    L0   MM  !
                    L0   MF  !
                    L0   F1
                    L2   MM
                    L0   -
                """,
        },
        new("517", "AD1", "LS_ADOPTR SEX_ADOPTR")
        {
            Message = "The legal status is that of an unmarried man and woman (L3), and the sex is not MF. Correct one of them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.LsAdoptr == UnmarriedManAndWoman && a.SexAdoptr != ManAndWoman),
            Cases = """
                AD1 LS_ADOPTR SEX_ADOPTR
                    L3   MM  !
                    L3   M1  !
                    L3   -   !
                    L3   MF
                    L4   MM
                """,
        },
        new("518", "AD1", "LS_ADOPTR SEX_ADOPTR")
        {
            Message = "The legal status is that of an unmarried couple of one sex (L4), and the sex is neither MM nor FF. Correct one of them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.LsAdoptr == UnmarriedOfOneSex && !a.SexAdoptr.IsIn(SameSexCouples)),
            Cases = """
                AD1 LS_ADOPTR SEX_ADOPTR
                    L4   MF  !
                    L4   M1  !
                    L4   -   !
                    L4   MM
                    L4   FF
                    L3   MF
                """,
        },
        new("519", "AD1", "LS_ADOPTR SEX_ADOPTR")
        {
            Message = "The legal status is that of a couple in a civil partnership (L2), and the sex is not that of a couple. Correct one of them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.LsAdoptr == CivilPartners && !a.SexAdoptr.IsIn(Codes.Couples)),
            Cases = """
                AD1 LS_ADOPTR SEX_ADOPTR
                    L2   F1  !
                    L2   -   !
                    L2   MF
                    L2   FF
                    L0   F1
                """,
        },
        new("520", "AD1", "LS_ADOPTR SEX_ADOPTR")
        {
            Message = "The legal status is that of a married man and woman (L11), and the sex is not MF. Correct one of them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.LsAdoptr == MarriedManAndWoman && a.SexAdoptr != ManAndWoman),
            Cases = """
                AD1 LS_ADOPTR SEX_ADOPTR
                    L11  MM  !
                    L11  F1  !
                    L11  MF
                    L12  MM
                """,
        },
        new("524", "AD1", "LS_ADOPTR SEX_ADOPTR")
        {
            Message = "The legal status is that of a married couple of one sex (L12), and the sex is neither MM nor FF. Correct one of them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.LsAdoptr == MarriedOfOneSex && !a.SexAdoptr.IsIn(SameSexCouples)),
            Cases = """
                AD1 LS_ADOPTR SEX_ADOPTR
                    L12  MF  !
                    L12  M1  !
                    L12  FF
                    L11  MF
                """,
        },
    ];
}
