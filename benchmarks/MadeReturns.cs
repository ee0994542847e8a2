using System.Globalization;
using System.Xml;

namespace Trellis.Bench;

/// <summary>Plausible returns of as many children as wanted, always the same for one number: some thirteen rows a child in the SSDA903, two cells of a hundred spoilt.</summary>
internal sealed class MadeReturns(int children)
{
    private const double Dirty = 0.02;
    private static readonly string[] Legal = ["C1", "C2", "V2"];
    private static readonly string[] Placements = ["U1", "U2", "U4", "U5", "K2"];
    private static readonly string[] Ethnic = ["WBRI", "WIRI", "WOTH", "MWBC", "AIND", "APKN", "BAFR", "BCRB", "NOBT"];
    private static readonly string[] Factors = ["1A", "1B", "2A", "2B", "3A", "3B", "4A", "5A", "6A", "7A", "16A", "17A"];
    private static readonly string[] Abuse = ["NEG", "PHY", "SAB", "EMO", "MUL"];
    private static readonly DateOnly Start = new(2025, 4, 1);
    private readonly Random random = new(903);

    /// <summary>An SSDA903 of 2026 as CSV files; the number of rows.</summary>
    public int WriteLookedAfter(string folder)
    {
        Directory.CreateDirectory(folder);
        var rows = 0;
        using var header = Open("header", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB");
        using var episodes = Open("episodes", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN");
        using var reviews = Open("reviews", "CHILD,DOB,REVIEW,REVIEW_CODE");
        using var oc2 = Open("oc2", "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED");
        using var oc3 = Open("oc3", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM");
        using var permanence = Open("previous_permanence", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM");
        using var missing = Open("missing", "CHILD,DOB,MISSING,MIS_START,MIS_END");
        using var workers = Open("sw_episodes", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON");
        using var uasc = Open("uasc", "CHILD,SEX,DOB,DUC");
        using var adopted = Open("ad1", "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR");
        using var placed = Open("placed_for_adoption", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED");
        for (var i = 0; i < children; i++)
        {
            var name = (100_000_000 + (i * 7)).ToString(CultureInfo.InvariantCulture);
            var age = random.Next(0, 18);
            var birth = Start.AddDays(-(age * 365) - random.Next(365));
            var born = Day(birth);
            var isGirl = random.Next(2) == 0;
            Put(header, name, isGirl ? "F" : "M", born, Pick(Ethnic), Upn(), isGirl ? "0" : "", "");
            var began = Start.AddDays(random.Next(-700, 200));
            began = began < birth ? birth.AddDays(3) : began;
            var count = 1 + random.Next(4);
            var (legal, need, home, wasAllYear) = (Pick(Legal), "N" + random.Next(1, 9), Postcode(), began < Start);
            for (var e = 0; e < count; e++)
            {
                var isLast = e == count - 1;
                var end = began.AddDays(random.Next(20, 200));
                end = end > Start.AddDays(360) ? Start.AddDays(360) : end;
                var ends = !isLast || random.Next(3) == 0;
                wasAllYear &= !isLast || !ends;
                if (end > began)
                {
                    Put(episodes, name, Day(began), e == 0 ? "S" : "P", legal, need, Pick(Placements), Pick(["PR1", "PR4"]), ends ? Day(end) : "", ends ? isLast ? "E8" : "X1" : "", ends && !isLast ? "CARPL" : "", home, Postcode(), "SC" + random.Next(100_000, 999_999));
                }

                began = end;
            }

            for (var r = random.Next(4, 7); r > 0; r--)
            {
                Put(reviews, name, born, Day(Start.AddDays(random.Next(365))), age < 4 ? "PN0" : "PN" + random.Next(1, 8));
            }

            for (var (s, day) = (random.Next(2, 5), Start); s > 0; s--)
            {
                var until = day.AddDays(random.Next(60, 90));
                Put(workers, name, born, "SW" + random.Next(1000, 4000), Day(day), s == 1 ? "" : Day(until), "CHCHAN");
                day = until;
            }

            if (wasAllYear)
            {
                Put(oc2, name, born, age is >= 4 and < 17 ? random.Next(40).ToString(CultureInfo.InvariantCulture) : "", "", age > 9 ? "0" : "", age < 5 ? "1" : "", "1", "1", "1", "0", "", "");
            }

            Put(permanence, name, born, "Z1", "", "");
            for (var m = random.Next(4) == 0 ? random.Next(1, 5) : 0; m > 0; m--)
            {
                var away = Start.AddDays(random.Next(360));
                Put(missing, name, born, "M", Day(away), Day(away.AddDays(random.Next(4))));
            }

            if (age > 16 && i % 7 == 0)
            {
                Put(oc3, name, born, "YES", "F2", "U");
            }

            if (i % 20 == 0)
            {
                Put(uasc, name, "M", born, "");
            }

            if (i % 50 == 0)
            {
                Put(placed, name, born, Day(Start.AddDays(20)), "", "");
                Put(adopted, name, born, Day(Start.AddDays(40)), Day(Start.AddDays(60)), "0", "2", "MF", "L11");
            }
        }

        return rows;

        StreamWriter Open(string table, string headings)
        {
            var file = new StreamWriter(Path.Combine(folder, table + ".csv"));
            file.Write(headings + "\r\n");
            return file;
        }

        void Put(StreamWriter file, params ReadOnlySpan<string> cells)
        {
            rows++;
            for (var c = 0; c < cells.Length; c++)
            {
                file.Write(c == 0 ? "" : ",");
                file.Write(c > 0 && random.NextDouble() < Dirty / cells.Length ? Pick(["", "XX", "99/99/2025", "?"]) : cells[c]);
            }

            file.Write("\r\n");
        }
    }

    /// <summary>A CIN census of 2026 in XML.</summary>
    public void WriteInNeed(string file)
    {
        using var xml = XmlWriter.Create(file, new XmlWriterSettings { Indent = true, IndentChars = " " });
        xml.WriteStartElement("Message");
        xml.WriteStartElement("Header");
        Element("CollectionDetails", () =>
        {
            xml.WriteElementString("Collection", "CIN");
            xml.WriteElementString("Year", "2026");
            xml.WriteElementString("ReferenceDate", "2026-03-31");
        });
        xml.WriteEndElement();
        xml.WriteStartElement("Children");
        for (var i = 0; i < children; i++)
        {
            Element("Child", () => Child(i));
        }

        xml.WriteEndDocument();

        void Child(int number)
        {
            var referred = Start.AddDays(random.Next(3, 280));
            var (isNothingFurther, isProtected) = (number % 9 == 0, number % 4 == 1);
            Element("ChildIdentifiers", () =>
            {
                Value("LAchildID", "C" + (100_000 + number));
                Value("UPN", Upn());
                Value("PersonBirthDate", Iso(Start.AddDays(-random.Next(300, 6000))));
                Value("Sex", random.Next(2) == 0 ? "M" : "F");
            });
            Element("ChildCharacteristics", () =>
            {
                Value("Ethnicity", Pick(Ethnic));
                Element("Disabilities", () => Value("Disability", random.Next(8) == 0 ? "LD" : "NONE"));
            });
            Element("CINdetails", () =>
            {
                Value("CINreferralDate", Iso(referred));
                Value("ReferralSource", "1A");
                Value("PrimaryNeedCode", "N" + random.Next(1, 9));
                if (number % 3 == 0 && !isNothingFurther && referred.DayNumber - Start.DayNumber < 200)
                {
                    Value("CINclosureDate", Iso(referred.AddDays(150)));
                    Value("ReasonForClosure", "RC3");
                }

                Value("ReferralNFA", isNothingFurther ? "true" : "false");
                if (isNothingFurther)
                {
                    return;
                }

                Element("Assessments", () =>
                {
                    Value("AssessmentActualStartDate", Iso(referred.AddDays(1)));
                    Value("AssessmentAuthorisationDate", Iso(referred.AddDays(random.Next(20, 80))));
                    Element("FactorsIdentifiedAtAssessment", () =>
                    {
                        for (var (f, first) = (random.Next(1, 5), random.Next(Factors.Length)); f > 0; f--)
                        {
                            Value("AssessmentFactors", Factors[(first + f) % Factors.Length]);
                        }
                    });
                });
                if (number % 2 == 0)
                {
                    Element("CINPlanDates", () =>
                    {
                        Value("CINPlanStartDate", Iso(referred.AddDays(50)));
                        Value("CINPlanEndDate", Iso(referred.AddDays(80)));
                    });
                }

                if (isProtected)
                {
                    var conference = referred.AddDays(random.Next(15, 40));
                    conference = conference.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? conference.AddDays(2) : conference;
                    Element("Section47", () =>
                    {
                        Value("S47ActualStartDate", Iso(referred.AddDays(5)));
                        Value("InitialCPCtarget", Iso(conference));
                        Value("DateOfInitialCPC", Iso(conference));
                        Value("ICPCnotRequired", "false");
                    });
                    Element("ChildProtectionPlans", () =>
                    {
                        Value("CPPstartDate", Iso(conference));
                        Value("InitialCategoryOfAbuse", Pick(Abuse));
                        Value("LatestCategoryOfAbuse", Pick(Abuse));
                        Value("NumberOfPreviousCPP", "0");
                        Element("Reviews", () => Value("CPPreviewDate", Iso(conference.AddDays(70))));
                    });
                }
            });
        }

        void Element(string name, Action within)
        {
            xml.WriteStartElement(name);
            within();
            xml.WriteEndElement();
        }

        void Value(string name, string value) => xml.WriteElementString(name, random.NextDouble() < Dirty / 10 ? "XX" : value);
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Pick(ReadOnlySpan<string> from) => from[random.Next(from.Length)];

    /// <summary>With the check letter that its numbers ask for.</summary>
    private string Upn()
    {
        var digits = $"890{random.Next(10_000_000, 99_999_999)}{random.Next(10)}";
        return "ABCDEFGHJKLMNPQRTUVWXYZ"[digits.Index().Sum(d => (d.Item - '0') * (d.Index + 2)) % 23] + digits;
    }

    private string Postcode() => $"FY{random.Next(1, 9)} {random.Next(1, 9)}{(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}";
}
