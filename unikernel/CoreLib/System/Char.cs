// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>One UTF-16 code unit.</summary>
[Requirement("KRN-LLR-020")]
public struct Char
{
    /// <summary>Greatest code unit.</summary>
    public const char MaxValue = '\uffff';

    /// <summary>Least code unit.</summary>
    public const char MinValue = '\0';
}
