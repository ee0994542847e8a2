using System.Security.Cryptography;
using Trellis.Kernel;

namespace Trellis.People.Records;

/// <summary>One human being as the agencies' records tell of them: no more than that their records belong together. May be unborn.</summary>
public sealed class Person : Thing
{
    public const int AddressLength = 8;

    /// <summary>Without letters and digits that are taken for each other.</summary>
    private const string AddressLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Names the person in addresses, and says nothing of them: "7H3K9QXP".</summary>
    public string Address { get; internal init; } = "";

    /// <summary>Whose records these are now: somebody saw that both were one person.</summary>
    public Guid? MergedIntoId { get; internal set; }

    internal static Person New(TimeProvider clock) => new() { Id = ThingId.New(clock), Address = RandomNumberGenerator.GetString(AddressLetters, AddressLength) };
}
