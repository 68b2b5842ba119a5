// CONTRACT with ILC: the element count is the first field after the object header.
namespace System;

using Certify;

/// <summary>Base of all arrays. Every array is a constant frozen into the image.</summary>
[Requirement("KRN-LLR-021")]
public abstract class Array
{
#pragma warning disable CS0649 // Written by ILC only.
    private readonly int _numComponents;
#pragma warning restore CS0649

    /// <summary>Number of elements.</summary>
    public int Length => _numComponents;
}
