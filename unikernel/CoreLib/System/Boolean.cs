// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>Truth value: one byte, 0 or 1.</summary>
[Requirement("KRN-LLR-020")]
public struct Boolean
{
}
