using Trellis.People.Records;

namespace Trellis.People.Extracts;

/// <summary>Knows columns by their headings, as agencies' systems write them.</summary>
internal static class ColumnGuess
{
    private static readonly (PersonField Field, string[] Words)[] known =
    [
        (PersonField.Reference, ["uniqueid", "id", "sourceid", "recordid", "reference", "personid", "clientid", "caseid", "laid", "childid", "lachildid", "lcsid", "localid"]),
        (PersonField.Given, ["firstname", "forename", "forenames", "givenname", "given", "firstnames", "christianname"]),
        (PersonField.Middle, ["middlename", "middlenames", "secondname"]),
        (PersonField.Family, ["surname", "lastname", "familyname", "family"]),
        (PersonField.Former, ["formersurname", "maidenname", "birthname", "previoussurname", "formername", "alias"]),
        (PersonField.Birth, ["dob", "dateofbirth", "birthdate", "born", "personbirthdate", "expecteddateofdelivery"]),
        (PersonField.Sex, ["sex", "gender", "gendercurrent"]),
        (PersonField.Address, ["address", "addressline1", "address1", "street", "homeaddress", "addressline"]),
        (PersonField.Postcode, ["postcode", "postalcode", "homepostcode", "pcode"]),
        (PersonField.Phone, ["phone", "telephone", "mobile", "tel", "phonenumber", "telephonenumber", "contactnumber"]),
        (PersonField.NhsNumber, ["nhsnumber", "nhsno", "nhs", "nhsnum"]),
        (PersonField.Household, ["household", "householdid", "householdnumber", "householdno", "householdref", "familyid", "familynumber", "familygroup", "familygroupid"]),
        (PersonField.Upn, ["upn", "uniquepupilnumber", "pupilnumber"]),
    ];

    public static Dictionary<PersonField, string> Of(IReadOnlyList<string> columns)
    {
        var guess = new Dictionary<PersonField, string>();
        foreach (var (field, words) in known)
        {
            foreach (var word in words)
            {
                if (columns.FirstOrDefault(c => Plain(c) == word) is { } column)
                {
                    guess.TryAdd(field, column);
                }
            }
        }

        return guess;
    }

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
