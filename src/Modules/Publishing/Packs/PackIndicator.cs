using Trellis.Measures;
using Trellis.Measures.Scorecards;

namespace Trellis.Publishing.Packs;

/// <summary>An indicator that a board reviews, and how it stands.</summary>
/// <param name="Line">Null where the reader of the pack may not know it.</param>
/// <param name="Finding">What its figures show, in a sentence or two.</param>
/// <param name="IsNew">Its newest figure came in since the board met last.</param>
public sealed record PackIndicator(Indicator Indicator, ScoreLine? Line, string Finding, bool IsNew);
