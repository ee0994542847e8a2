using Trellis.People.Records;

namespace Trellis.People.Pages;

internal static class FieldWords
{
    public static string Of(PersonField field) => field switch
    {
        PersonField.Reference => "The agency's own identifier",
        PersonField.Given => "Given name",
        PersonField.Middle => "Middle names",
        PersonField.Family => "Family name",
        PersonField.Former => "Family name before",
        PersonField.Birth => "Date of birth",
        PersonField.Phone => "Telephone number",
        PersonField.NhsNumber => "NHS number",
        PersonField.Upn => "Unique pupil number",
        PersonField.Household => "The agency's identifier of the household",
        _ => field.ToString(),
    };
}
