// CONTRACT with the C# compiler.
namespace System.Runtime.InteropServices;

using Certify;

/// <summary>Marks a read-only reference in signatures.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InAttribute : Attribute
{
}
