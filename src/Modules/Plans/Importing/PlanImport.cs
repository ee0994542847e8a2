using System.Globalization;
using System.Text.Json;
using Trellis.Kernel;
using Trellis.Plans.Import;

namespace Trellis.Plans.Importing;

/// <summary>
/// One document on its way into a plan: staged with its file and the answers to its doubts, saved in one step, and undone
/// whole if that was wrong.
/// </summary>
public sealed class PlanImport : Thing
{
    public const int LongestFileName = 200;

    /// <summary>The plan it goes into; null until a new plan is made of it.</summary>
    public Guid? PlanId { get; internal set; }

    /// <summary>Saving it makes the plan, and undoing it takes the plan away.</summary>
    public bool MakesPlan { get; internal set; }

    public string FileName { get; internal init; } = "";
    public string FileHash { get; internal init; } = "";
    public ImportState State { get; internal set; }
    public DateTimeOffset At { get; internal init; }

    /// <summary>The chosen option (or text) by doubt, as JSON.</summary>
    public string Answers { get; internal set; } = "{}";

    /// <summary>What it did, in figures: set when it is saved.</summary>
    public string? Summary { get; internal set; }

    public ImportFile? File { get; internal init; }
}

public enum ImportState
{
    /// <summary>Read and shown, nothing saved.</summary>
    Staged,

    Saved,
    Undone,

    /// <summary>Thrown away before anything was saved.</summary>
    Discarded,
}

/// <summary>The document's bytes, apart from the row that lists it.</summary>
public sealed class ImportFile
{
    public Guid ImportId { get; internal init; }
    public byte[] Bytes { get; internal init; } = [];
}

/// <summary>What a saved import did to one thing: the values that it brought, and those that stood there before.</summary>
public sealed class ImportedRow
{
    public Guid ImportId { get; internal init; }
    public int Position { get; internal init; }
    public Guid ThingId { get; internal init; }
    public string Kind { get; internal init; } = "";
    public ImportedAct Act { get; internal init; }

    /// <summary>The fields as the document says them, as JSON: what a later import compares with.</summary>
    public string AsImported { get; internal init; } = "{}";

    /// <summary>The fields that it changed, as they were before, as JSON.</summary>
    public string Before { get; internal init; } = "{}";

    /// <summary>The lines of the document that it was read from: "181" or "197, 200".</summary>
    public string Lines { get; internal init; } = "";

    /// <summary>The fields of a row, and where the document has it, as <see cref="AsImported"/> keeps them.</summary>
    internal static string Said(IReadOnlyDictionary<string, string> fields, ImportedPlace place) => JsonSerializer.Serialize(
        new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            [Under] = place.ParentId?.ToString() ?? "",
            [Place] = place.Position.ToString(CultureInfo.InvariantCulture),
        });

    /// <summary>Takes the place out of what <see cref="AsImported"/> holds, and leaves the fields.</summary>
    internal static ImportedPlace? TakePlace(Dictionary<string, string> said) =>
        said.Remove(Under, out var under) & said.Remove(Place, out var place)
            ? new ImportedPlace(under!.Length > 0 ? Guid.Parse(under) : null, int.Parse(place!, CultureInfo.InvariantCulture))
            : null;

    private const string Under = "@under";
    private const string Place = "@place";
}

public enum ImportedAct
{
    /// <summary>Found as the document has it; nothing was changed.</summary>
    Met,

    Made,
    Changed,
    TakenOut,
}
