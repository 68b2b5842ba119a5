// CONTRACT with the C# compiler and ILC: members known by name; code that calls them is compiled without a call.
// The bodies are reached only if that changes.
namespace System.Runtime.CompilerServices;

using Certify;
using Internal.Runtime.CompilerHelpers;

/// <summary>Help for compiler-made code.</summary>
[Requirement("KRN-LLR-021")]
public static class RuntimeHelpers
{
    /// <summary>Bytes from the start of a string object to its first character.</summary>
    public static int OffsetToStringData => 12;

    /// <summary>A span over constant data in the image; expanded in place.</summary>
    [Intrinsic]
    public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle fldHandle)
    {
        ThrowHelpers.ThrowFeatureBodyRemoved();
        return default;
    }

    /// <summary>Fills an array from constant data; interpreted in static initialisers.</summary>
    [Intrinsic]
    public static void InitializeArray(Array array, RuntimeFieldHandle fldHandle)
    {
        ThrowHelpers.ThrowFeatureBodyRemoved();
    }
}
