using System.Text;
using Certify.Trace.Reports;

namespace Certify.Cli.Output;

/// <summary>Standard output as a person or a program reads it: colours and width on a terminal only.</summary>
internal static class Terminal
{
    private const int WidthMin = 40;
    private static readonly AsyncLocal<(Stream Out, TextWriter Notes)?> s_captured = new();

    /// <summary>Colours where standard output is a terminal that has them and nobody asked for none (NO_COLOR).</summary>
    public static Ink Ink =>
        s_captured.Value is not null || Console.IsOutputRedirected || NoColour ? Ink.Bare : Ink.Terminal;

    /// <summary>Columns of the terminal, or 0 where output goes to a file or a pipe.</summary>
    public static int Width
    {
        get
        {
            if (s_captured.Value is not null || Console.IsOutputRedirected) return 0;
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

    private static bool NoColour =>
        Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>Prints text.</summary>
    public static void Print(string text) => Print(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends what this flow of control prints elsewhere, as a test or a caller within the process needs it.</summary>
    public static void Capture(Stream output, TextWriter notes) => s_captured.Value = (output, notes);

    /// <summary>Tells a person something beside the result, on standard error.</summary>
    public static void Note(string line) => (s_captured.Value?.Notes ?? Console.Error).WriteLine(line);

    /// <summary>An error with its hint, on standard error.</summary>
    public static void Error(string message, string? hint)
    {
        var ink = s_captured.Value is null && !Console.IsErrorRedirected && !NoColour ? Ink.Terminal : Ink.Bare;
        Note($"{ink.Bad("error:")} {message}");
        if (hint is not null) Note($"{ink.Warn("hint:")} {hint}");
    }

    /// <summary>Prints bytes.</summary>
    public static void Print(ReadOnlySpan<byte> bytes)
    {
        if (s_captured.Value is { } captured)
        {
            captured.Out.Write(bytes);
            return;
        }

        using var output = Console.OpenStandardOutput();
        output.Write(bytes);
    }

    /// <summary>Prints what is written to a stream, as it comes about.</summary>
    public static void Print(Action<Stream> write)
    {
        if (s_captured.Value is { } captured)
        {
            write(captured.Out);
            return;
        }

        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        write(output);
    }

    /// <summary>Prints what is written as text, as it comes about.</summary>
    public static void Print(Action<TextWriter> write) => Print((Stream stream) =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        text.NewLine = "\n";
        write(text);
    });
}
