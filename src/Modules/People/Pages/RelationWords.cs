using Trellis.People.Records;

namespace Trellis.People.Pages;

/// <summary>What one person is to another, in words.</summary>
internal static class RelationWords
{
    public static string Of(Relative relative) => (relative.Kind, relative.IsReversed) switch
    {
        (RelationshipKind.Parent, false) => "Parent",
        (RelationshipKind.Parent, true) => "Child",
        (RelationshipKind.Carer, false) => "Carer",
        (RelationshipKind.Carer, true) => "Looked after by this person",
        (RelationshipKind.Sibling, _) => "Brother or sister",
        (RelationshipKind.Partner, _) => "Partner",
        _ => "Lives in the household",
    };
}
