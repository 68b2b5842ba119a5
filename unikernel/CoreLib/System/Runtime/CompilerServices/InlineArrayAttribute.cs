// CONTRACT with the C# compiler.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>The struct is its one field repeated.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Struct)]
public sealed class InlineArrayAttribute : Attribute
{
    /// <summary>The field is repeated <paramref name="length"/> times.</summary>
    public InlineArrayAttribute(int length) { Length = length; }

    /// <summary>Number of elements, at least 1.</summary>
    public int Length { get; }
}
