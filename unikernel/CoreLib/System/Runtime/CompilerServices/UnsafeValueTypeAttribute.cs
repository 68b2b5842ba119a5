// CONTRACT with the C# compiler and ILC: set on fixed buffers.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>The struct holds a buffer, so its frame gets a canary.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Struct)]
public sealed class UnsafeValueTypeAttribute : Attribute
{
}
