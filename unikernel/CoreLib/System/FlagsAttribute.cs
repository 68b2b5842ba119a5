// CONTRACT with the C# compiler.
namespace System;

using Certify;

/// <summary>The values of the enumeration are bits.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Enum)]
public sealed class FlagsAttribute : Attribute
{
}
