// CONTRACT with the C# compiler: turned into metadata.
namespace System.Runtime.InteropServices;

using Certify;

/// <summary>States the layout of a struct.</summary>
[Requirement("KRN-LLR-030")]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class StructLayoutAttribute : Attribute
{
    /// <summary>Greatest field alignment in bytes; 0 is natural.</summary>
    public int Pack;

    /// <summary>Size in bytes; 0 is what the fields need.</summary>
    public int Size;

    /// <summary>States the kind of layout.</summary>
    public StructLayoutAttribute(LayoutKind layoutKind) { Value = layoutKind; }

    /// <summary>The kind of layout.</summary>
    public LayoutKind Value { get; }
}
