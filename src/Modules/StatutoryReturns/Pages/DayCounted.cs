using System.Globalization;
using Trellis.Kernel;
using Trellis.StatutoryReturns.Checking;

namespace Trellis.StatutoryReturns.Pages;

/// <summary>The day at whose end an analyst counts, where it is not the return's own.</summary>
internal static class DayCounted
{
    private static readonly string[] forms = ["d M yyyy", "d/M/yyyy", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd"];

    /// <summary>Null for what is no day of which the return tells.</summary>
    public static DateOnly? Read(string? typed, CheckedReturn given) =>
        DateOnly.TryParseExact(typed?.Trim(), forms, England.Culture, DateTimeStyles.AllowInnerWhite, out var day) && day >= given.Return.Days.First.Date && day <= given.Return.Days.Last.Date ? day : null;

    /// <summary>The part of an address from "?" on that keeps the day.</summary>
    public static string Query(DateOnly? day, string others = "")
    {
        var on = day is { } known ? $"on={known:yyyy-MM-dd}" : "";
        return on.Length + others.Length == 0 ? "" : $"?{on}{(on.Length > 0 && others.Length > 0 ? "&" : "")}{others}";
    }
}
