using System.Diagnostics;

namespace Certify.Unikernel.Tests.Support;

/// <summary>One run of a machine from reset to its end.</summary>
internal static class Qemu
{
    /// <param name="ExitCode">QEMU's exit code, or null when the time limit ended it.</param>
    /// <param name="Console">What the guest printed.</param>
    /// <param name="Trace">What was asked of QEMU's log.</param>
    /// <param name="Elapsed">From process start to exit.</param>
    public sealed record Run(int? ExitCode, string Console, string Trace, TimeSpan Elapsed);

    /// <summary>Boots <paramref name="elf"/> with <paramref name="memory"/>, which holds the guest's memory afterwards.</summary>
    public static Run Boot(string elf, GuestMemory memory, TimeSpan limit, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("certify-unikernel-");
        try
        {
            var ram = Path.Combine(folder.FullName, "ram");
            File.WriteAllBytes(ram, memory.Bytes);
            var run = Start(elf, ram, Path.Combine(folder.FullName, "trace"), limit, more);
            memory.Bytes = File.ReadAllBytes(ram);
            return run;
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static Run Start(string elf, string ram, string trace, TimeSpan limit, string[] more)
    {
        var start = new ProcessStartInfo("qemu-system-x86_64") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "-M", "microvm,pit=off,pic=off,rtc=off,isa-serial=off,memory-backend=m0",
            "-object", $"memory-backend-file,id=m0,size=4M,mem-path={ram},share=on", "-m", "4",
            "-accel", "tcg", "-cpu", "max", "-nodefaults", "-no-reboot", "-display", "none", "-debugcon", "stdio",
            "-device", "isa-debug-exit,iobase=0xf4,iosize=4", "-D", trace, .. more, "-kernel", elf,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExit(limit);
        var elapsed = clock.Elapsed;
        if (!ended) process.Kill();
        process.WaitForExit();
        Assert.Equal("", error.Result);
        return new Run(ended ? process.ExitCode : null, output.Result, File.Exists(trace) ? File.ReadAllText(trace) : "", elapsed);
    }
}
