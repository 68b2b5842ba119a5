// CONTRACT with the C# compiler.
namespace System.Diagnostics.CodeAnalysis;

using Certify;

/// <summary>The reference may outlive the call.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.All)]
public sealed class UnscopedRefAttribute : Attribute
{
}
