namespace Trellis.Plans.Pages;

/// <summary>A part of a plan's pages that a module above brings.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="End">The last part of its address, below the plan's.</param>
public sealed record PlanPart(string Text, string End);
