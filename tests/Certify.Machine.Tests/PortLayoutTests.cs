using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Certify.Image.Layout;

namespace Certify.Machine.Tests;

public sealed class PortLayoutTests
{
    [Fact]
    public void Flattens_nested_structs_with_their_real_offsets()
    {
        Assert.Equal("""
            size 40
            0 1 bool Flag
            1 1 u8 Kind
            4 4 f32 Inner.X
            8 4 f32 Inner.Y
            16 8 i64 Long
            24 2 char Letter
            32 8 f64 <Rate>k__BackingField

            """, PortLayout.Of(typeof(Message)).Text);
    }

    [Fact]
    public void Measures_every_kind_of_field_where_it_lies()
    {
        Assert.Equal("""
            size 88
            0 1 bool A
            1 1 i8 B
            2 1 u8 C
            4 2 i16 D
            6 2 u16 E
            8 2 char F
            12 4 i32 G
            16 4 u32 H
            20 4 f32 I
            24 8 i64 J
            32 8 u64 K
            40 8 f64 L
            48 8 i64 M
            56 8 u64 N
            64 8 i64 O
            76 4 f32 Q.X
            80 4 f32 Q.Y

            """, PortLayout.Of(typeof(Kinds)).Text);
    }

    [Fact]
    public void Gives_an_empty_struct_one_byte() => Assert.Equal("size 1\n", PortLayout.Of(typeof(Empty)).Text);

    [Theory]
    [InlineData(typeof(WithReference), "field 'Text'")]
    [InlineData(typeof(WithDecimal), "decimal")]
    [InlineData(typeof(WithBuffer), "field 'Data'")]
    [InlineData(typeof(WithInlineArray), "field 'Data'")]
    [InlineData(typeof(Explicit), "sequential")]
    [InlineData(typeof(Padded), "Pack, Size")]
    [InlineData(typeof(int), "no struct")]
    [InlineData(typeof(string), "no struct")]
    public void Refuses_what_no_port_carries(Type type, string reason)
    {
        var e = Assert.Throws<GuestMismatchException>(() => PortLayout.Of(type));
        Assert.Contains(reason, e.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Hash_changes_with_a_name_a_kind_and_an_order()
    {
        string[] hashes =
        [
            TypeLayout.FromFields([new("A", 0, FieldKind.I32), new("B", 4, FieldKind.I32)]).Hash,
            TypeLayout.FromFields([new("B", 0, FieldKind.I32), new("A", 4, FieldKind.I32)]).Hash,
            TypeLayout.FromFields([new("A", 0, FieldKind.I32), new("B", 4, FieldKind.U32)]).Hash,
            TypeLayout.FromFields([new("A", 0, FieldKind.I32), new("C", 4, FieldKind.I32)]).Hash,
        ];
        Assert.Equal(4, hashes.Distinct().Count());
    }

    private enum Kind : byte { One }

    private struct Pair
    {
        public float X, Y;
    }

    private struct Message
    {
        public bool Flag;
        public Kind Kind;
        public Pair Inner;
        public long Long;
        public char Letter;
        public double Rate { get; set; }
    }

    private enum Wide : long { One }

    private readonly struct Kinds
    {
        public readonly bool A;
        public readonly sbyte B;
        public readonly byte C;
        public readonly short D;
        public readonly ushort E;
        public readonly char F;
        public readonly int G;
        public readonly uint H;
        public readonly float I;
        public readonly long J;
        public readonly ulong K;
        public readonly double L;
        public readonly nint M;
        public readonly nuint N;
        public readonly Wide O;
        public readonly Empty P;
        public readonly Pair Q;
    }

    private struct Empty;

    private struct WithReference
    {
        public string Text;
    }

    private struct WithDecimal
    {
        public decimal Money;
    }

    private unsafe struct WithBuffer
    {
        public fixed byte Data[4];
    }

    [InlineArray(4)]
    private struct Four
    {
        public int First;
    }

    private struct WithInlineArray
    {
        public Four Data;
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct Explicit
    {
        [FieldOffset(0)] public int A;
    }

    [StructLayout(LayoutKind.Sequential, Size = 32)]
    private struct Padded
    {
        public int A;
    }
}
