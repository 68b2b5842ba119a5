// CONTRACT with ILC: the bodies are made by it from the member names.
#pragma warning disable CS8500
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>Reinterprets references. Only CoreLib and Kernel may use it; the allow list keeps it from applications.</summary>
[Requirement("KRN-LLR-034")]
public static class Unsafe
{
    /// <summary>Size of <typeparamref name="T"/> in bytes.</summary>
    [Intrinsic]
    public static unsafe int SizeOf<T>() => sizeof(T);

    /// <summary>The reference <paramref name="source"/> as one to another type of at most the same size.</summary>
    [Intrinsic]
    public static extern ref TTo As<TFrom, TTo>(ref TFrom source);

    /// <summary>A writable reference to what <paramref name="source"/> refers to.</summary>
    [Intrinsic]
    public static extern ref T AsRef<T>(scoped ref readonly T source);

    /// <summary>The reference <paramref name="elementOffset"/> elements on. No bound is checked.</summary>
    [Intrinsic]
    public static extern ref T Add<T>(ref T source, int elementOffset);

    /// <summary>The reference <paramref name="byteOffset"/> bytes on. No bound is checked.</summary>
    [Intrinsic]
    public static extern ref T AddByteOffset<T>(ref T source, IntPtr byteOffset);
}
