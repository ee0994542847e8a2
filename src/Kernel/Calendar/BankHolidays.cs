using System.Globalization;

namespace Trellis.Kernel.Calendar;

/// <summary>The bank holidays of England and Wales as published; the file beside this one names its source.</summary>
internal static class BankHolidays
{
    public static IEnumerable<(DateOnly Date, string Name)> Published()
    {
        using var file = typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays.csv")!;
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                var comma = line.IndexOf(',', StringComparison.Ordinal);
                yield return (DateOnly.ParseExact(line[..comma], "yyyy-MM-dd", CultureInfo.InvariantCulture), line[(comma + 1)..]);
            }
        }
    }
}
