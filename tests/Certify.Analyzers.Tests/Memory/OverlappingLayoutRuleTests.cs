using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class OverlappingLayoutRuleTests
{
    // @verifies CFY-LLR-109
    [Fact]
    public Task Reports_fields_that_share_bytes() => Verify<OverlappingLayoutRule>.Reports("""
        using System.Runtime.InteropServices;
        [StructLayout(LayoutKind.Explicit)]
        struct Union { [FieldOffset(0)] private int _a; [FieldOffset(0)] private float [|_b|]; [FieldOffset(3)] private byte [|_c|]; [FieldOffset(4)] private byte _d; }
        [StructLayout(LayoutKind.Explicit)]
        sealed class Shared { [FieldOffset(0)] private long _a; [FieldOffset(4)] private int [|_b|]; }
        """);

    [Fact]
    public Task Reports_overlap_through_nested_structs_and_inline_arrays() => Verify<OverlappingLayoutRule>.Reports("""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        [InlineArray(3)] struct Three { private short _x; }
        struct Pair { private byte _a; private int _b; }
        [StructLayout(LayoutKind.Sequential, Size = 32)] struct Wide { private byte _a; }
        [StructLayout(LayoutKind.Explicit)]
        struct S
        {
            [FieldOffset(0)] private Three _a;
            [FieldOffset(5)] private byte [|_b|];
            [FieldOffset(8)] private Pair _c;
            [FieldOffset(15)] private byte [|_d|];
            [FieldOffset(16)] private Wide _e;
            [FieldOffset(47)] private byte [|_f|];
            [FieldOffset(64)] private nint _g;
            [FieldOffset(71)] private bool [|_h|];
            [FieldOffset(72)] private decimal _i;
            [FieldOffset(80)] private int? [|_j|];
        }
        """);

    [Fact]
    public Task Reports_fixed_buffers() => Verify<OverlappingLayoutRule>.Reports("""
        unsafe struct S { public fixed int [|Words|][4]; }
        """);

    [Fact]
    public Task Reports_inline_arrays_of_references() => Verify<OverlappingLayoutRule>.Reports("""
        using System.Runtime.CompilerServices;
        [InlineArray(4)] struct Names { private string [|_name|]; }
        [InlineArray(4)] struct Any<T> { private T [|_value|]; }
        """);

    [Fact]
    public Task Reports_register_maps_of_applications_and_without_reason() => Verify<OverlappingLayoutRule>.Reports("""
        using System.Runtime.InteropServices;
        using Certify;
        [RegisterMap("data sheet 7.1")]
        [StructLayout(LayoutKind.Explicit)]
        struct S { [FieldOffset(0)] private int _a; [FieldOffset(0)] private int [|_b|]; }
        """);

    // @verifies CFY-LLR-109
    [Fact]
    public Task Accepts_register_maps_in_the_runtime() => Verify<OverlappingLayoutRule>.Accepts("""
        using System.Runtime.InteropServices;
        using Certify;
        [RegisterMap("data sheet 7.1")]
        [StructLayout(LayoutKind.Explicit)]
        unsafe struct S { [FieldOffset(0)] private int _a; [FieldOffset(0)] private int _b; [FieldOffset(8)] public fixed int W[4]; }
        """, s => s with { Profile = "runtime" });

    [Fact]
    public Task Accepts_neighbours_and_gaps() => Verify<OverlappingLayoutRule>.Accepts("""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        [InlineArray(3)] struct Three { private short _x; }
        [StructLayout(LayoutKind.Sequential, Pack = 1)] struct Packed { private byte _a; private int _b; }
        [StructLayout(LayoutKind.Explicit)]
        struct S
        {
            public const int One = 1;
            private static int s_count;
            [FieldOffset(6)] private byte _b;
            [FieldOffset(0)] private Three _a;
            [FieldOffset(7)] private Packed _c;
            [FieldOffset(12)] private long _d;
            [FieldOffset(20)] private byte _e;
            public static int Count => s_count;
        }
        """);

    [Fact]
    public Task Accepts_other_layouts() => Verify<OverlappingLayoutRule>.Accepts("""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        [StructLayout(LayoutKind.Sequential)] struct A { private int _a; private int _b; }
        [StructLayout(LayoutKind.Auto)] struct B { private int _a; private string _b; }
        [InlineArray(4)] struct C { private A _a; }
        [InlineArray(4)] struct D<T> where T : unmanaged { private T _a; }
        """);
}
