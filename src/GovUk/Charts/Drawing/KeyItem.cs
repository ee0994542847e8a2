using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>One line of a key: a symbol within 16 by 16 pixels, and what it means.</summary>
public sealed record KeyItem(RenderFragment Symbol, string Words);
