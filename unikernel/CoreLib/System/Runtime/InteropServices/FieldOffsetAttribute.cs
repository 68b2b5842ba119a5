// CONTRACT with the C# compiler.
namespace System.Runtime.InteropServices;

using Certify;

/// <summary>States the offset of a field.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Field)]
public sealed class FieldOffsetAttribute : Attribute
{
    /// <summary>Puts the field at <paramref name="offset"/> bytes.</summary>
    public FieldOffsetAttribute(int offset) { Value = offset; }

    /// <summary>Bytes from the start of the struct.</summary>
    public int Value { get; }
}
