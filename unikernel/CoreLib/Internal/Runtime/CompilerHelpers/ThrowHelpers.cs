// CONTRACT with ILC: members known by name. Bound straight to assembler, so that the caller is the C# function.
namespace Internal.Runtime.CompilerHelpers;

using Certify;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

/// <summary>
/// Where compiled code goes when a check fails. Each ends in a software trap, whose panic record names the
/// function that made the check; none returns.
/// </summary>
[Boundary("the trap instruction has no form in C#"), Requirement("KRN-LLR-027")]
internal static class ThrowHelpers
{
    /// <summary>An index is outside its array, span or string: trap 32.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_trap_index")]
    public static extern void ThrowIndexOutOfRangeException();

    /// <summary>A checked operation left its range: trap 33.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_trap_overflow")]
    public static extern void ThrowOverflowException();

    /// <summary>A division by zero that the compiler saw: trap 34.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_trap_divide")]
    public static extern void ThrowDivideByZeroException();

    /// <summary>An argument breaks the contract of its function: trap 35.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_trap_argument")]
    public static extern void ThrowArgumentOutOfRangeException();

    /// <summary>The value asked for is not there: trap 36.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_trap_operation")]
    public static extern void ThrowInvalidOperationException();

    /// <summary>A null reference that the compiler saw: trap 37.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_trap_null")]
    public static extern void ThrowNullReferenceException();

    /// <summary>A body that ILC left out was reached: trap 38.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_trap_removed")]
    public static extern void ThrowFeatureBodyRemoved();
}
