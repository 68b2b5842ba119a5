// CONTRACT with the C# compiler: inline arrays as spans.
namespace System.Runtime.InteropServices;

using Certify;
using System.Runtime.CompilerServices;

/// <summary>Makes spans from references, for compiler-made code on inline arrays.</summary>
[HardwareType("the compiler makes spans over inline arrays from a reference and a length")]
[Requirement("KRN-LLR-034")]
public static class MemoryMarshal
{
    /// <summary>Window on <paramref name="length"/> elements from <paramref name="reference"/> on; the length is trusted.</summary>
    public static Span<T> CreateSpan<T>(scoped ref T reference, int length) =>
        new(ref Unsafe.AsRef(in reference), length);

    /// <summary>Read-only window on <paramref name="length"/> elements; the length is trusted.</summary>
    public static ReadOnlySpan<T> CreateReadOnlySpan<T>(scoped ref readonly T reference, int length) =>
        new(ref Unsafe.AsRef(in reference), length);

    /// <summary>Reference to the first element.</summary>
    public static ref T GetReference<T>(Span<T> span) => ref span._reference;

    /// <summary>Reference to the first element.</summary>
    public static ref T GetReference<T>(ReadOnlySpan<T> span) => ref span._reference;
}
