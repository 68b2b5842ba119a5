// CONTRACT with ILC: it makes the bodies from the member names, except that of SizeOf.
namespace System.Runtime.CompilerServices;

using Certify;

/// <summary>Reinterprets references. Only CoreLib and Kernel may use it; the allow list keeps it from applications.</summary>
[HardwareType("the size of a type parameter needs an unsafe context")]
[Requirement("KRN-LLR-034")]
public static unsafe class Unsafe
{
    /// <summary>Size of <typeparamref name="T"/>, which holds no object references, in bytes.</summary>
#pragma warning disable CS8500 // Callers constrain T to unmanaged types.
    public static int SizeOf<T>() => sizeof(T);
#pragma warning restore CS8500

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
