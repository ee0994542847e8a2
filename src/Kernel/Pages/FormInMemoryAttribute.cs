using Microsoft.AspNetCore.Http.Metadata;

namespace Trellis.Kernel.Pages;

/// <summary>
/// On a page whose form brings files that must not touch a disk: they are read into memory whole, where the framework would put larger ones into
/// files of its own on the way.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormInMemoryAttribute(long mostBytes) : Attribute, IFormOptionsMetadata, IRequestSizeLimitMetadata
{
    public long MostBytes => mostBytes;

    long? IRequestSizeLimitMetadata.MaxRequestBodySize => mostBytes;

    int? IFormOptionsMetadata.MemoryBufferThreshold => int.MaxValue;

    long? IFormOptionsMetadata.MultipartBodyLengthLimit => mostBytes;

    bool? IFormOptionsMetadata.BufferBody => null;

    long? IFormOptionsMetadata.BufferBodyLengthLimit => null;

    int? IFormOptionsMetadata.ValueCountLimit => null;

    int? IFormOptionsMetadata.KeyLengthLimit => null;

    int? IFormOptionsMetadata.ValueLengthLimit => null;

    int? IFormOptionsMetadata.MultipartBoundaryLengthLimit => null;

    int? IFormOptionsMetadata.MultipartHeadersCountLimit => null;

    int? IFormOptionsMetadata.MultipartHeadersLengthLimit => null;
}
