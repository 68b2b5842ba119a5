// CONTRACT with ILC: these four fields in this order.
namespace System;

using Certify;

/// <summary>Base of delegates. The safe subset makes none; the compilers want the type.</summary>
[Requirement("KRN-LLR-021")]
public abstract class Delegate
{
#pragma warning disable CS0169 // Laid out for ILC, never read.
    private object? _firstParameter;
    private object? _helperObject;
    private IntPtr _extraFunctionPointerOrData;
    private IntPtr _functionPointer;
#pragma warning restore CS0169
}
