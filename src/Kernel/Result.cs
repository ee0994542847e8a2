using System.Diagnostics.CodeAnalysis;

namespace Trellis.Kernel;

/// <summary>What went wrong with one field of what was sent, in words that say how to mend it.</summary>
/// <param name="Field">The name of the field, or an empty text for the whole.</param>
public sealed record FieldError(string Field, string Message);

/// <summary>
/// The outcome of a write that may fail for a reason the person can mend. Defects are thrown, never returned.
/// </summary>
public sealed class Result<T>
{
    private Result(T? value, IReadOnlyList<FieldError> errors, Conflict? conflict, bool notFound)
    {
        Value = value;
        Errors = errors;
        Conflict = conflict;
        IsNotFound = notFound;
    }

    public T? Value { get; }
    public IReadOnlyList<FieldError> Errors { get; }

    /// <summary>Set when somebody else saved first: both versions, for the person to choose between.</summary>
    public Conflict? Conflict { get; }

    /// <summary>There is no such row, or it is not this person's: the two are told apart by nobody.</summary>
    public bool IsNotFound { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDone => Errors.Count == 0 && Conflict is null && !IsNotFound;

    public static implicit operator Result<T>(T value) => new(value, [], null, false);

    public static implicit operator Result<T>(FieldError error) => new(default, [error], null, false);

    public static implicit operator Result<T>(List<FieldError> errors) => new(default, errors, null, false);

    public static implicit operator Result<T>(Conflict conflict) => new(default, [], conflict, false);

    public static implicit operator Result<T>(NotFound _) => new(default, [], null, true);
}

/// <summary>Says "no such row" where a <see cref="Result{T}"/> is returned.</summary>
public sealed record NotFound
{
    public static readonly NotFound Row = new();
}

/// <summary>Two people met on one thing: what stands saved now beside what the second person sent.</summary>
/// <param name="Version">The version that stands saved; sending it again keeps one's own words.</param>
public sealed record Conflict(int Version, IReadOnlyList<ConflictField> Fields)
{
    /// <summary>What stands saved ends the matter: it cannot be sent again.</summary>
    public bool IsSettled { get; init; }
}

public sealed record ConflictField(string Label, string Saved, string Yours)
{
    public bool Differs => !string.Equals(Saved, Yours, StringComparison.Ordinal);
}
