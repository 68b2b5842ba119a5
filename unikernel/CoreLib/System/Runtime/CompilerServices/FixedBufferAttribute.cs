// CONTRACT with the C# compiler: fixed buffers.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>Describes a fixed buffer.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Field)]
public sealed class FixedBufferAttribute : Attribute
{
    /// <summary>A buffer of <paramref name="length"/> elements.</summary>
    public FixedBufferAttribute(Type elementType, int length) { ElementType = elementType; Length = length; }

    /// <summary>Element type.</summary>
    public Type ElementType { get; }

    /// <summary>Number of elements.</summary>
    public int Length { get; }
}
