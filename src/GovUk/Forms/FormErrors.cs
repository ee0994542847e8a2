namespace Trellis.GovUk;

/// <summary>
/// What is wrong with a form, in the order of its fields. Cascaded to the form's components: each field shows its own
/// message, and the error summary lists them all.
/// </summary>
public sealed class FormErrors
{
    private readonly List<FormError> errors = [];

    public bool Any => errors.Count > 0;

    /// <param name="field">The field's name as in its <c>Name</c> parameter: the summary links to it.</param>
    /// <param name="message">What to do to mend it, as a sentence without a full stop.</param>
    public void Add(string field, string message) => errors.Add(new(field, message));

    /// <summary>The field's first message, or null: one field shows one message at a time.</summary>
    public string? For(string? field)
    {
        foreach (var error in errors)
        {
            if (error.Field == field)
                return error.Message;
        }
        return null;
    }

    public List<FormError>.Enumerator GetEnumerator() => errors.GetEnumerator();
}

public sealed record FormError(string Field, string Message);
