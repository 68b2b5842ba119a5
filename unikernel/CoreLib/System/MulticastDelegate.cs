// CONTRACT with the C# compiler: base class of delegate types.
namespace System;

using Certify;

/// <summary>Base that the C# compiler gives to delegate types.</summary>
[Requirement("KRN-LLR-021")]
public abstract class MulticastDelegate : Delegate
{
}
