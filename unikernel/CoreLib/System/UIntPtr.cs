// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>Unsigned integer as wide as an address, 64 bits.</summary>
[Requirement("KRN-LLR-020")]
public struct UIntPtr
{
}
