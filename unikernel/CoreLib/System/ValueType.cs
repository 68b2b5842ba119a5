// CONTRACT with ILC: base class of value types, without fields.
namespace System;

using Certify;

/// <summary>Base of all structs.</summary>
[Requirement("KRN-LLR-021")]
public abstract class ValueType
{
}
