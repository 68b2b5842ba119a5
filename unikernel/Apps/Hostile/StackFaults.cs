namespace Hostile;

using System.Runtime.CompilerServices;

/// <summary>Faults of the stack, and the loop that never ends.</summary>
internal static unsafe class StackFaults
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int SmallRecursion(int depth)
    {
        return depth < 0 ? depth : SmallRecursion(depth + 1) + depth;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int LargeRecursion(int depth)
    {
        Frame frame;
        frame.Bytes[depth & 0xFFF] = unchecked((byte)depth);
        return depth < 0 ? depth : LargeRecursion(depth + 1) + frame.Bytes[depth & 0xFFF];
    }

    /// <summary>Writes up to the canary and over it, not over the return address.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Smash(int value)
    {
        Small small;
        byte* end = small.Bytes + 16;
        for (int i = 0; i < 8; i++)
        {
            end[i] = unchecked((byte)value);
        }

        return small.Bytes[value & 15];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Endless()
    {
        while (true)
        {
        }
    }

    private struct Frame
    {
        public fixed byte Bytes[8192];
    }

    private struct Small
    {
        public fixed byte Bytes[16];
    }
}
