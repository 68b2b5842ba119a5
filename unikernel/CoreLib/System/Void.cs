// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>The type of no value.</summary>
[Requirement("KRN-LLR-020")]
public struct Void
{
}
