namespace Trellis.Web.Hosting;

/// <summary>
/// Held by whatever works on a place, as long as it runs: many may, but not while a restore changes the files beneath them.
/// The system lets go of it when a program is killed.
/// </summary>
public sealed class PlaceLock(Place place) : IDisposable
{
    private const string InUse = "in-use";
    private const string Migrating = "migrating";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private FileStream? held;

    /// <exception cref="PlaceInUseException">A restore is under way.</exception>
    public void Share() => held ??= Open(place, InUse, FileAccess.Read, FileShare.Read)
        ?? throw new PlaceInUseException("A restore is under way here. Start again when it is done.");

    /// <summary>Null while anything works on the place.</summary>
    public static IDisposable? TryAlone(Place place) => Open(place, InUse, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Waits until no other program brings the embedded database to its own version.</summary>
    public static async Task<IDisposable> TurnToMigrateAsync(Place place, CancellationToken ct)
    {
        FileStream? turn;
        while ((turn = Open(place, Migrating, FileAccess.ReadWrite, FileShare.None)) is null)
        {
            await Task.Delay(Pause, ct);
        }

        return turn;
    }

    public void Dispose() => held?.Dispose();

    private static FileStream? Open(Place place, string name, FileAccess access, FileShare share)
    {
        Directory.CreateDirectory(place.Folder);
        var path = Path.Combine(place.Folder, name);
        try
        {
            using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
            {
                // There must be a file before it can be opened for reading only.
            }

            return new FileStream(path, FileMode.Open, access, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>Something is already in the place, or at work on it.</summary>
public sealed class PlaceInUseException(string message) : IOException(message);
