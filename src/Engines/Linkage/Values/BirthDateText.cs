using System.Text;

namespace Trellis.Linkage;

/// <summary>A date of birth as text, however it was written.</summary>
public static class BirthDateText
{
    /// <summary>"2009-06-25", "2009-06" or "2009", as far as it is known; empty for what is no date.</summary>
    public static string Normal(string text) => BirthDate.Write(BirthDate.Read(Encoding.UTF8.GetBytes(text)));
}
