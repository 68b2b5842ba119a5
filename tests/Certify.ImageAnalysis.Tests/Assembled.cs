using System.Diagnostics;
using Certify.Facts;
using Certify.Image;
using Certify.Image.Elf;

namespace Certify.ImageAnalysis.Tests;

/// <summary>Images from a few lines of assembler, by the assembler and the linker that make real ones.</summary>
internal static class Assembled
{
    /// <summary>Options that name nothing but the image.</summary>
    public static AnalysisOptions Options { get; } = new("seeded", new FactHeader("", "1", "test", "r", false, []));

    /// <summary>The first line of a text whose image names no stack.</summary>
    public const string NoStack = "# without a stack\n";

    private const string Stack = """
            .section .stack, "aw", @nobits
            .globl certify_user_stack, certify_user_stack_end
        certify_user_stack: .skip 4096
        certify_user_stack_end:

        """;

    /// <summary>The bytes of an image whose entry is the label "start", with a stack of 4096 bytes.</summary>
    public static byte[] Bytes(string text, bool debug = true, params string[] linkerOptions)
    {
        var folder = Directory.CreateTempSubdirectory("certify-assembled-").FullName;
        try
        {
            var stack = text.StartsWith(NoStack, StringComparison.Ordinal) ? "" : Stack;
            File.WriteAllText(Path.Combine(folder, "seed.S"), $"{stack}    .text\n{text}\n");
            Run(folder, "as", ["--64", .. debug ? new[] { "-g" } : [], "seed.S", "-o", "seed.o"]);
            Run(folder, "ld", ["-static", "-nostdlib", "-z", "noexecstack", "--no-warn-rwx-segments", "-e", "start", .. linkerOptions, "seed.o", "-o", "seed.elf"]);
            return File.ReadAllBytes(Path.Combine(folder, "seed.elf"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A function of the System V kind: typed, sized, with the unwind rules given in its text.</summary>
    public static string Function(string name, string body) =>
        $"    .globl {name}\n    .type {name}, @function\n{name}:\n{body}\n    .size {name}, . - {name}\n";

    /// <summary>Analyses bytes.</summary>
    public static ImageAnalysisFacts Analyse(byte[] bytes, AnalysisOptions? options = null)
    {
        var elf = ElfFile.Read(bytes, "seed.elf");
        return ImageAnalyzer.Analyse(elf, new SourceMap(elf), options ?? Options);
    }

    /// <summary>Assembles and analyses.</summary>
    public static ImageAnalysisFacts Analyse(string text, AnalysisOptions? options = null) => Analyse(Bytes(text), options);

    private static void Run(string folder, string program, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true };
        using var process = Process.Start(info)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {errors}");
    }
}
