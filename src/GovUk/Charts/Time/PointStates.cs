namespace Trellis.GovUk;

/// <summary>How a state is drawn and said. Special causes are larger and differ in shape, so that no colour has to be seen.</summary>
internal static class PointStates
{
    public static bool IsSpecial(this PointState state) => state > PointState.CommonCause;

    public static MarkShape Shape(this PointState state) =>
        state switch
        {
            PointState.Improvement => MarkShape.Diamond,
            PointState.Concern => MarkShape.Square,
            PointState.High => MarkShape.Up,
            PointState.Low => MarkShape.Down,
            _ => MarkShape.Dot,
        };

    public static string Words(this PointState state) =>
        state switch
        {
            PointState.CommonCause => "Common cause",
            PointState.Improvement => "Special cause: improvement",
            PointState.Concern => "Special cause: concern",
            PointState.High => "Special cause: high",
            PointState.Low => "Special cause: low",
            _ => "",
        };

    public static string Class(this PointState state, bool provisional) =>
        $"trellis-mark trellis-mark--{state.ToString().ToLowerInvariant()}{(provisional ? " trellis-mark--hollow" : "")}";
}
