// CONTRACT with ILC: only methods marked so are expanded.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>The compiler supplies the body.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class IntrinsicAttribute : Attribute
{
}
