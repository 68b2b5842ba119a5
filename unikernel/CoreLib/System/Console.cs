namespace System;

using Certify;
using Certify.Kernel.Console;

/// <summary>Text for a person who watches the machine; not a port.</summary>
[Requirement("KRN-LLR-047")]
public static class Console
{
    /// <summary>
    /// Writes a line; a character above 127 becomes a question mark, and characters beyond the first
    /// <see cref="Certify.Kernel.Limits.ConsoleLineBytesMax"/> are left out.
    /// </summary>
    public static void WriteLine(string value)
    {
        int length = Math.Min(value.Length, Certify.Kernel.Limits.ConsoleLineBytesMax);
        for (int i = 0; i < length; i++)
        {
            char character = value[i];
            DebugConsole.WriteByte(character < 128 ? (byte)character : (byte)'?');
        }

        DebugConsole.WriteByte((byte)'\n');
    }
}
