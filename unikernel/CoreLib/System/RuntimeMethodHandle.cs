// CONTRACT with ILC: pointer-sized; an empty struct makes it misread static array initialisers.
namespace System;

using Certify;

/// <summary>Handle of a method; opaque.</summary>
[Requirement("KRN-LLR-021")]
public struct RuntimeMethodHandle
{
#pragma warning disable CS0169 // Laid out for ILC, never read.
    private IntPtr _value;
#pragma warning restore CS0169
}
