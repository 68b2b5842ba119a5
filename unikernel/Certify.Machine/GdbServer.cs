using System.Globalization;

namespace Certify.Machine;

/// <summary>The command that joins a debugger to a run started with a gdb port.</summary>
public static class GdbServer
{
    /// <summary>
    /// A ready `gdb` command line that stops on a C# line. A hardware breakpoint is used because the image is not
    /// in memory yet when the debugger joins.
    /// </summary>
    /// <param name="elfPath">The image.</param>
    /// <param name="port">The port given to QEMU.</param>
    /// <param name="breakAt">What gdb's hbreak takes: "File.cs:12" or a symbol.</param>
    /// <param name="mappedRoot">The start of source paths in the image (the compiler's path map), or null.</param>
    /// <param name="sourceRoot">The folder it stands for, or null.</param>
    public static string CommandLine(string elfPath, int port, string breakAt, string? mappedRoot = null, string? sourceRoot = null)
    {
        List<string> commands = ["set architecture i386:x86-64", string.Create(CultureInfo.InvariantCulture, $"target remote 127.0.0.1:{port}")];
        if (mappedRoot is not null && sourceRoot is not null)
            commands.Add($"set substitute-path {Word(mappedRoot.TrimEnd('/'))} {Word(sourceRoot.TrimEnd('/'))}");
        commands.Add($"hbreak {breakAt}");
        commands.Add("continue");
        return $"gdb -q {Quote(elfPath)} {string.Join(' ', commands.Select(c => $"-ex {Quote(c)}"))}";
    }

    // gdb splits its own arguments at spaces.
    private static string Word(string text) =>
        text.Any(c => char.IsWhiteSpace(c) || c is '"' or '\'' or '\\') ? $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : text;

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
