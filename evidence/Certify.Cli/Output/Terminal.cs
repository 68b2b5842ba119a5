using System.Text;
using Certify.Trace.Reports;

namespace Certify.Cli.Output;

/// <summary>Standard output as a person or a program reads it: colours and width on a terminal only.</summary>
internal static class Terminal
{
    private const int WidthMin = 40;

    /// <summary>Colours where standard output is a terminal that has them and nobody asked for none (NO_COLOR).</summary>
    public static Ink Ink =>
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("TERM") == "dumb" ? Ink.Bare : Ink.Terminal;

    /// <summary>Columns of the terminal, or 0 where output goes to a file or a pipe.</summary>
    public static int Width
    {
        get
        {
            if (Console.IsOutputRedirected) return 0;
            try
            {
                return Console.WindowWidth < WidthMin ? WidthMin : Console.WindowWidth;
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }

    /// <summary>Prints text.</summary>
    public static void Print(string text) => Print(Encoding.UTF8.GetBytes(text));

    /// <summary>Prints bytes.</summary>
    public static void Print(ReadOnlySpan<byte> bytes)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(bytes);
    }
}
