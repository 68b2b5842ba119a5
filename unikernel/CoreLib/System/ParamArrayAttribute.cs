// CONTRACT with the C# compiler.
namespace System;

using Certify;

/// <summary>The parameter takes the rest of the arguments.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParamArrayAttribute : Attribute
{
}
