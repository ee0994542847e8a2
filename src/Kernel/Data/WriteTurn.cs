namespace Trellis.Kernel.Data;

/// <summary>Lets the writers of this program to the embedded database in one after another, in the order in which they came.</summary>
internal sealed class WriteTurn : IDisposable
{
    private readonly SemaphoreSlim door = new(1, 1);

    public async Task<IDisposable> TakeAsync(CancellationToken ct)
    {
        await door.WaitAsync(ct);
        return new Turn(door);
    }

    public void Dispose() => door.Dispose();

    private sealed class Turn(SemaphoreSlim door) : IDisposable
    {
        public void Dispose() => door.Release();
    }
}
