namespace Trellis.Returns;

/// <summary>What reading gave: a return, unless every file was refused, and what is to be said of the files.</summary>
/// <param name="Return">The return; nothing when no file of one could be read.</param>
/// <param name="Departures">Where files depart from the form, each with its place.</param>
/// <param name="Refused">Files that were not read, and why.</param>
public sealed record ReadReturn(StatutoryReturn? Return, IReadOnlyList<Departure> Departures, IReadOnlyList<Departure> Refused);
