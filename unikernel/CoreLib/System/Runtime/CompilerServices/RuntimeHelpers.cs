// CONTRACT with the C# compiler and ILC: members known by name.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>Help for compiler-made code.</summary>
[Requirement("KRN-LLR-021")]
public static class RuntimeHelpers
{
    /// <summary>Bytes from the start of a string object to its first character.</summary>
    public static int OffsetToStringData => 12;

    /// <summary>A span over constant data in the image; expanded by ILC.</summary>
    [Intrinsic]
    public static extern ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle fldHandle);

    /// <summary>Fills an array from constant data; only while ILC interprets static initialisers.</summary>
    [Intrinsic]
    public static extern void InitializeArray(Array array, RuntimeFieldHandle fldHandle);
}
