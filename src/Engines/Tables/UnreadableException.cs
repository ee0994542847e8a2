namespace Trellis.Tables;

/// <summary>Carries a failure out of the depth of a reader to <see cref="DocumentReader"/>, which returns it. Never leaves the engine.</summary>
internal sealed class UnreadableException(ReadFailure failure) : Exception(failure.What)
{
    public ReadFailure Failure { get; } = failure;
}
