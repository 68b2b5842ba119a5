namespace Certify.Kernel.Console;

using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Certify;

/// <summary>Text to the debug console, one byte per output instruction, without state and without waiting.</summary>
/// <remarks><b>Source:</b> QEMU hw/char/debugcon.c: port 0xE9 takes bytes and is always ready.</remarks>
[Boundary("the output instruction has no form in C#"), Requirement("KRN-LLR-047")]
internal static class DebugConsole
{
    /// <summary>Writes the first <see cref="Limits.ConsoleLineBytesMax"/> bytes of <paramref name="text"/>.</summary>
    public static void Write(ReadOnlySpan<byte> text)
    {
        int length = Math.Min(text.Length, Limits.ConsoleLineBytesMax);
        for (int i = 0; i < length; i++)
        {
            WriteByte(text[i]);
        }
    }

    /// <summary>Writes one byte.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_console_write")]
    public static extern void WriteByte(byte value);
}
