namespace Trellis.Plans.Import;

/// <summary>A plan year inside a heading: "2014/15", "2014-15", "2014-2015" or "2014", given as written with a slash.</summary>
internal static class PlanYear
{
    public static string In(string plain)
    {
        for (var i = 0; i + 4 <= plain.Length; i++)
        {
            if (!plain.AsSpan(i, 4).ContainsAnyExceptInRange('0', '9') && plain[i] is '1' or '2' && plain[i + 1] is '9' or '0')
            {
                var end = i + 4;
                var next = end;
                while (next < plain.Length && (char.IsDigit(plain[next]) || (next == end && plain[next] is '/' or '-')))
                {
                    next++;
                }

                return next - end > 2 ? plain[i..next].Replace('-', '/') : plain[i..end];
            }
        }

        return "";
    }
}
