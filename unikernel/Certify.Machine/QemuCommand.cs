using System.Globalization;

namespace Certify.Machine;

/// <summary>QEMU's command line.</summary>
internal static class QemuCommand
{
    public static string MonitorSocket(string folder) => Path.Combine(folder, "qmp");

    public static string GdbSocket(string folder) => Path.Combine(folder, "gdb");

    public static string Log(string folder) => Path.Combine(folder, "log");

    public static string Ram(string folder) => Path.Combine(folder, "ram");

    /// <summary>
    /// The arguments. Console on standard output, monitor on a socket, QEMU's own log (processor resets only)
    /// in the folder. With <paramref name="stepping"/> the processor waits for a debugger on a socket.
    /// </summary>
    public static IReadOnlyList<string> Arguments(string imagePath, QemuOptions options, string folder, bool stepping)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{options.MemoryMiB}M");
        List<string> arguments =
        [
            "-M", "microvm,pit=off,pic=off,rtc=off,isa-serial=off,memory-backend=m0",
            "-object", $"memory-backend-file,id=m0,size={size},mem-path={Ram(folder)},share=on",
            "-m", size,
            "-accel", "tcg",
            "-cpu", options.Cpu,
            "-nodefaults", "-no-user-config", "-no-reboot",
            "-display", "none",
            "-debugcon", "stdio",
            "-device", "isa-debug-exit,iobase=0xf4,iosize=4",
            "-qmp", $"unix:{MonitorSocket(folder)},server=on,wait=off",
            "-d", "cpu_reset", "-D", Log(folder),
            "-kernel", imagePath,
        ];
        if (stepping) arguments.AddRange(["-S", "-gdb", $"unix:{GdbSocket(folder)},server=on,wait=off"]);
        else if (options.GdbPort is { } port)
            arguments.AddRange(["-S", "-gdb", string.Create(CultureInfo.InvariantCulture, $"tcp:127.0.0.1:{port}")]);
        return arguments;
    }

    /// <summary>Finds a program in PATH, or takes a path as it is.</summary>
    /// <exception cref="QemuMissingException">It is not there.</exception>
    public static string Find(string executable) =>
        Look(executable) ?? throw new QemuMissingException(executable);

    /// <summary>Finds a program in PATH, or null.</summary>
    public static string? Look(string executable)
    {
        if (executable.Contains('/')) return File.Exists(executable) ? executable : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(f => Path.Combine(f, executable)).FirstOrDefault(File.Exists);
    }
}
