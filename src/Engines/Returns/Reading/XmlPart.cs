namespace Trellis.Returns;

/// <summary>What stands next in an XML text.</summary>
internal enum XmlPart
{
    /// <summary>Nothing more: the text ended with its outermost element.</summary>
    Nothing,

    /// <summary>An element begins.</summary>
    Begin,

    /// <summary>An element that holds nothing begins and ends.</summary>
    Empty,

    /// <summary>An element ends.</summary>
    End,

    /// <summary>A value.</summary>
    Value,
}
