using Trellis.Kernel;

namespace Trellis.Governance;

/// <summary>Gathers what is wrong with the texts of a form.</summary>
internal sealed class FieldChecks
{
    public List<FieldError> Errors { get; } = [];

    public FieldChecks Needed(string field, string? value, int longest, string empty)
    {
        Must(!string.IsNullOrWhiteSpace(value), field, empty);
        return Longest(field, value, longest);
    }

    public FieldChecks Longest(string field, string? value, int longest)
    {
        Must(value is null || value.Trim().Length <= longest, field, $"Use {longest:N0} characters or fewer");
        return this;
    }

    public FieldChecks Must(bool isSo, string field, string otherwise)
    {
        if (!isSo)
        {
            Errors.Add(new(field, otherwise));
        }

        return this;
    }

    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
