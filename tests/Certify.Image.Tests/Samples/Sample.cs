// Sources of sample.elf: shapes that ILC's debug information has to tell. See README.md.
namespace Demo;

using System.Runtime.CompilerServices;

public enum Mode : byte { Off, On = 7 }

public struct Inner
{
    public char Letter;
    public short Short;
    public sbyte Signed;
    public ushort Unsigned;
    public ulong Long;
    public nint Native;
    public nuint NativeUnsigned;
}

public struct Outer_X
{
    public struct Nested
    {
        public byte One;
    }

    public Nested N;
    public Inner I;
}

public struct Vector
{
    public float X, Y, Z;
}

public struct Inputs
{
    public bool Flag;
    public Mode Mode;
    public Vector V;
    public uint Number;
    public long Wide;
    public Outer_X Deep;
}

public struct Outputs
{
    public float Value;
    public byte Small;
    public bool Ok;
}

public struct State
{
    public int Count;
    public Vector Last;
    public float Rate { get; set; }
}

public unsafe struct Buffered
{
    public fixed byte Data[6];
}

public static class Generic<T> where T : unmanaged
{
    public static int Calls;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Go(T value) { Calls++; }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Go(T value, int turns) { Calls += turns; }
}

public static class Program
{
    private static readonly int[] s_table = { 1, 2, 3, 5 };
    private static State s_state;
    private static Inputs s_inputs;
    private static Outputs s_outputs;
    private static Buffered s_buffered;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void Step(ref State state, in Inputs inputs, out Outputs outputs)
    {
        state.Count++;
        state.Last = inputs.V;
        state.Rate += 1;
        Generic<float>.Go(state.Rate);
        Generic<Vector>.Go(state.Last, 4);
        outputs.Value = inputs.V.X + s_table[state.Count & 3];
        outputs.Small = (byte)inputs.Mode;
        outputs.Ok = inputs.Flag;
        s_buffered.Data[state.Count & 3] = 1;
    }

    [System.Runtime.RuntimeExport("certify_main")]
    public static void Main()
    {
        while (true)
        {
            Step(ref s_state, in s_inputs, out s_outputs);
        }
    }
}
