namespace Certify.Unikernel.Probe;

using System.Runtime.CompilerServices;

/// <summary>Structs so large that the compiler copies and clears them by calls.</summary>
internal static class Blocks
{
    private static Block1024 s_from;
    private static Block1024 s_to;

    /// <summary>Copies a block that was written from a seed; the sum of the copy.</summary>
    public static ulong Copy(ulong seed)
    {
        Write(ref s_from, seed);
        Move(out s_to, in s_from);
        return Sum(in s_to);
    }

    /// <summary>Clears a block that was written; its sum, which is 0, or the seed where it is not.</summary>
    public static ulong Clear(ulong seed)
    {
        Write(ref s_to, seed | 1);
        Reset(out s_to);
        return Sum(in s_to);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Move(out Block1024 to, in Block1024 from) => to = from;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Reset(out Block1024 to) => to = default;

    private static void Write(ref Block1024 block, ulong seed)
    {
        for (int i = 0; i < 128; i++)
        {
            seed = unchecked((seed * 6364136223846793005) + 1442695040888963407);
            block[i] = seed;
        }
    }

    private static ulong Sum(in Block1024 block)
    {
        ulong sum = 0;
        for (int i = 0; i < 128; i++)
        {
            sum = unchecked((sum * 31) + block[i]);
        }

        return sum;
    }

    [InlineArray(128)]
    private struct Block1024
    {
        private ulong _first;
    }
}
