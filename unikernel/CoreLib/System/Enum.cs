// CONTRACT with ILC: base class of enumerations, without fields.
namespace System;

using Certify;

/// <summary>Base of all enumerations.</summary>
[Requirement("KRN-LLR-021")]
public abstract class Enum : ValueType
{
}
