using Trellis.People.Records;

namespace Trellis.People.Pages;

public sealed class FindForm
{
    public string? Typed { get; set; }
}

/// <summary>A reason, and nothing else.</summary>
public sealed class WhyForm
{
    public string? Why { get; set; }
}

public sealed class DecideForm
{
    public string? Verdict { get; set; }
    public string? Why { get; set; }
}

public sealed class InvolveForm
{
    public string? AccountId { get; set; }
    public string? Until { get; set; }
    public string? Why { get; set; }
}

public sealed class SealForm
{
    public string? Kind { get; set; }
    public string? Other { get; set; }
    public List<string>? Readers { get; set; }
    public string? Why { get; set; }
}

public sealed class EmployForm
{
    public string? AccountId { get; set; }
    public string? AgencyId { get; set; }
}

/// <summary>What is typed of a person.</summary>
public sealed class RecordForm
{
    public string? Given { get; set; }
    public string? Middle { get; set; }
    public string? Family { get; set; }
    public string? Former { get; set; }
    public string? Birth { get; set; }
    public string? Sex { get; set; }
    public string? Address { get; set; }
    public string? Postcode { get; set; }
    public string? Phone { get; set; }
    public string? NhsNumber { get; set; }
    public string? Upn { get; set; }
    public string? Household { get; set; }
    public string? Reference { get; set; }
    public string? Why { get; set; }
    public int Version { get; set; }

    public static RecordForm Of(RecordContent content, int version) => new()
    {
        Given = content[PersonField.Given], Middle = content[PersonField.Middle], Family = content[PersonField.Family], Former = content[PersonField.Former], Birth = content[PersonField.Birth], Sex = content[PersonField.Sex],
        Address = content[PersonField.Address], Postcode = content[PersonField.Postcode], Phone = content[PersonField.Phone], NhsNumber = content[PersonField.NhsNumber], Upn = content[PersonField.Upn], Household = content[PersonField.Household],
        Reference = content[PersonField.Reference], Version = version,
    };

    public RecordContent ToContent() => new(new Dictionary<PersonField, string>
    {
        [PersonField.Given] = Given ?? "", [PersonField.Middle] = Middle ?? "", [PersonField.Family] = Family ?? "", [PersonField.Former] = Former ?? "", [PersonField.Birth] = Birth ?? "", [PersonField.Sex] = Sex ?? "",
        [PersonField.Address] = Address ?? "", [PersonField.Postcode] = Postcode ?? "", [PersonField.Phone] = Phone ?? "", [PersonField.NhsNumber] = NhsNumber ?? "", [PersonField.Upn] = Upn ?? "", [PersonField.Household] = Household ?? "",
        [PersonField.Reference] = Reference ?? "",
    });
}

public sealed class FamilyForm
{
    public string? Other { get; set; }
    public string? Kind { get; set; }
    public string? Together { get; set; }
    public string? From { get; set; }
}
