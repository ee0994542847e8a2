using Trellis.People.Searching;

namespace Trellis.Modules.Tests.People;

public sealed class TypedQueryTests
{
    [Theory]
    [InlineData("amelia sager", "given name=amelia|family name=sager")]
    [InlineData("Sager, Amelia Rose", "given name=Amelia|family name=Sager|middle name=Rose")]
    [InlineData("amelia rose sager 2 march 1975 pa27 7ng", "date of birth=2 march 1975|postcode=pa27 7ng|given name=amelia|family name=sager|middle name=rose")]
    [InlineData("02/03/1975 sager", "date of birth=02/03/1975|given name=sager; date of birth=02/03/1975|family name=sager")]
    [InlineData("adam haris 14 1 2021", "date of birth=14 1 2021|given name=adam|family name=haris")]
    [InlineData("1975-03-02", "date of birth=1975-03-02")]
    [InlineData("sager 1975", "date of birth=1975|given name=sager; date of birth=1975|family name=sager")]
    [InlineData("943 476 5919", "NHS number=943 476 5919")]
    [InlineData("9434765919 amelia", "NHS number=9434765919|given name=amelia; NHS number=9434765919|family name=amelia")]
    [InlineData("PA27", "postcode=PA27")]
    [InlineData("LCS-20331", "agency's identifier=LCS-20331")]
    [InlineData("07700 900123", "phone=07700 900123")]
    [InlineData("   ", "")]
    [InlineData(null, "")]
    public void Read_AnyPartInAnyOrder_IsUnderstood(string? typed, string expected) =>
        Assert.Equal(expected, string.Join("; ", TypedQuery.Read(typed).Select(reading => string.Join('|', reading.Select(p => $"{p.Key}={p.Value}")))));
}
