namespace Trellis.Returns;

/// <summary>A file of a return: its name, which tells the table, and how to open it. It is opened once, and closed by the reader.</summary>
public sealed record ReturnFile(string Name, Func<Stream> Open);
