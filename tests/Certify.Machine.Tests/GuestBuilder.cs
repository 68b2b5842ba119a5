using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Certify.Machine.Tests;

/// <summary>How the assembler guest boots (BOOT in guest.S).</summary>
internal enum BootKind { Normal, Hangs, Panics, TripleFaults, WrongShape, Halts }

/// <summary>What the assembler guest does with a frame (input word 0).</summary>
internal enum Act : uint { Answer, Hang, TripleFault, Panic, End, Halt, RecordThenTripleFault, AnswerSlowly }

/// <summary>Builds the assembler guest, once per set of sizes.</summary>
internal static class GuestBuilder
{
    private static readonly ConcurrentDictionary<string, Lazy<GuestImage>> s_built = new(StringComparer.Ordinal);

    /// <summary>Options for tests: short limits, which count processor time too.</summary>
    public static QemuOptions Quick { get; } =
        new() { FrameTimeout = TimeSpan.FromMilliseconds(500), ReadyTimeout = TimeSpan.FromSeconds(2) };

    public static GuestImage Build(int input = 16, int output = 16, int slots = 64, BootKind boot = BootKind.Normal)
    {
        var sizes = string.Create(CultureInfo.InvariantCulture,
            $"--defsym IN={input} --defsym OUT={output} --defsym SLOTS={slots} --defsym BOOT={(int)boot}");
        return s_built.GetOrAdd(sizes, static key => new(() => Assemble(key))).Value;
    }

    /// <summary>The image with as many slots as the real port device would choose.</summary>
    public static GuestImage BuildFull(int input, int output) => Build(input, output, MailboxShape.For(input, output).Slots);

    private static GuestImage Assemble(string sizes)
    {
        var folder = Directory.CreateTempSubdirectory("certify-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var sources = Path.Combine(AppContext.BaseDirectory, "Guests");
        Tool("as", $"--64 {sizes} {sources}/guest.S -o {folder}/guest.o");
        Tool("ld", $"-n -T {sources}/guest.ld {folder}/guest.o -o {folder}/guest.elf");
        return GuestImage.Load($"{folder}/guest.elf");
    }

    private static void Tool(string name, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{name}: {errors}");
    }
}
