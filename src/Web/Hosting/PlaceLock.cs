namespace Trellis.Web.Hosting;

/// <summary>
/// Held by whatever works on a place, as long as it runs: many may, but not while a restore changes the files beneath them.
/// The system lets go of it when a program is killed.
/// </summary>
public sealed class PlaceLock(Place place) : IDisposable
{
    private FileStream? held;

    /// <exception cref="PlaceInUseException">A restore is under way.</exception>
    public void Share() => held ??= Open(place, FileAccess.Read, FileShare.Read)
        ?? throw new PlaceInUseException("A restore is under way here. Start again when it is done.");

    /// <summary>Null while anything works on the place.</summary>
    public static IDisposable? TryAlone(Place place) => Open(place, FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => held?.Dispose();

    private static FileStream? Open(Place place, FileAccess access, FileShare share)
    {
        Directory.CreateDirectory(place.Folder);
        var path = Path.Combine(place.Folder, "in-use");
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
