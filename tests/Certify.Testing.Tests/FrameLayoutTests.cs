using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Certify.Testing.Tests;

#pragma warning disable CS0649, CS0169, IDE0044 // fields exist for their layout
public class FrameLayoutTests
{
    private unsafe struct Nested
    {
        public byte A;
        public fixed short B[3];
        public Pair C;
        public Triple D;
        public long E { get; set; }
    }

    private struct Pair
    {
        public bool X;
        public double Y;
    }

    [InlineArray(3)]
    private struct Triple
    {
        private ushort _element;
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct Explicit
    {
        [FieldOffset(0)] public int A;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Packed
    {
        public byte A;
        public int B;
    }

    private struct WithPointer
    {
        public nint A;
    }

    [Fact]
    public void Size_and_offsets_agree_with_the_runtime()
    {
        FrameLayout layout = FrameLayout.Of(typeof(Nested));
        Assert.Equal(Unsafe.SizeOf<Nested>(), layout.Bytes);
        Nested value = default;
        ref byte start = ref Unsafe.As<Nested, byte>(ref value);
        int offset = (int)Unsafe.ByteOffset(ref start, ref Unsafe.As<double, byte>(ref value.C.Y));
        Assert.Equal(offset, layout.Fields.Single(f => f.Path == "C.Y").Offset);
        Assert.Equal(["A", "B[0]", "B[1]", "B[2]", "C.X", "C.Y", "D[0]", "D[1]", "D[2]", "E"], layout.Fields.Select(f => f.Path));
    }

    [Fact]
    public void Packed_struct_has_no_gap() =>
        Assert.Equal(1, FrameLayout.Of(typeof(Packed)).Fields[1].Offset);

    [Theory]
    [InlineData(typeof(Explicit))]
    [InlineData(typeof(WithPointer))]
    [InlineData(typeof(string))]
    public void Rejects_what_cannot_cross(Type type) =>
        Assert.Contains("cannot cross", Assert.Throws<ArgumentException>(() => FrameLayout.Of(type)).Message);

    [Fact]
    public void ClearPadding_touches_only_gaps()
    {
        FrameLayout layout = FrameLayout.Of(typeof(SampleOutputs));
        byte[] bytes = [.. Enumerable.Repeat((byte)0xFF, layout.Bytes * 2)];
        layout.ClearPadding(bytes);
        Assert.Equal(2 * layout.Fields.Sum(f => f.Bytes), bytes.Count(b => b == 0xFF));
        Assert.Equal(0, bytes[1]);
    }

    [Fact]
    public void Layout_hash_covers_names_offsets_kinds_and_sizes()
    {
        var text = new System.Text.StringBuilder();
        FrameLayout.Of(typeof(SampleOutputs)).Describe(text, "outputs");
        Assert.Equal("outputs 16\n  Latched @0 Bool 1\n  Streak @4 Signed 4\n  Sum @8 Double 8\n", text.ToString());
        Assert.Matches("^[0-9a-f]{64}$", HostApplication.Find(typeof(SampleProperties).Assembly).LayoutHash);
    }
}
