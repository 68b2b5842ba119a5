namespace Hostile;

using System;
using System.Runtime.CompilerServices;

/// <summary>Faults of addresses: outside of the program, or of the wrong class.</summary>
internal static unsafe class MemoryFaults
{
    private static ulong s_data;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int NullRead(int value)
    {
        string? text = value == 0 ? "text" : null;
        return text!.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Read(ulong address)
    {
        return *(int*)address;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(ulong address, int value)
    {
        *(int*)address = value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WriteText(int value)
    {
        delegate*<ulong, int> function = &Read;
        *(int*)function = value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WriteConstants(int value)
    {
        ReadOnlySpan<byte> constants = "constant"u8;
        fixed (byte* constant = &constants[0])
        {
            *(int*)constant = value;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Execute(ulong address)
    {
        ((delegate*<void>)address)();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ExecuteData()
    {
        s_data = 0xC3;
        fixed (ulong* data = &s_data)
        {
            ((delegate*<void>)data)();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ExecuteStack(int value)
    {
        int local = value;
        ((delegate*<void>)&local)();
    }
}
