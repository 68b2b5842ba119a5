// CONTRACT with the C# compiler.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>States how a method is compiled.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor)]
public sealed class MethodImplAttribute : Attribute
{
    /// <summary>States the options.</summary>
    public MethodImplAttribute(MethodImplOptions methodImplOptions) { Value = methodImplOptions; }

    /// <summary>The options.</summary>
    public MethodImplOptions Value { get; }
}
