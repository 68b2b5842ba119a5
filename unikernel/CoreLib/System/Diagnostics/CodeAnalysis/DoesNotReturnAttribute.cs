// CONTRACT with the C# compiler.
namespace System.Diagnostics.CodeAnalysis;

using Certify;

/// <summary>The method never returns to its caller.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class DoesNotReturnAttribute : Attribute
{
}
