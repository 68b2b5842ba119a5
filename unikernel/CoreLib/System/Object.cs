// CONTRACT with ILC: first field m_pEEType, pointer-sized, at offset 0 of every object.
namespace System;

using Certify;

/// <summary>Root of all types. A value of it proves nothing: the safe subset makes no object at run time.</summary>
[Requirement("KRN-LLR-021")]
public class Object
{
#pragma warning disable CS0169, IDE0051 // Written by ILC only.
    private IntPtr m_pEEType;
#pragma warning restore CS0169, IDE0051
}
