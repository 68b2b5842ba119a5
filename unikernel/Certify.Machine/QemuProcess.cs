using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Certify.Machine;

/// <summary>One running QEMU with its folder and memory. Disposing it kills QEMU and removes the folder.</summary>
internal sealed class QemuProcess : IDisposable
{
    private const int KeptMax = 64 * 1024;
    private readonly Process _process;
    private readonly Task _console, _errors;
    private readonly StringBuilder _consoleText = new(), _errorText = new();
    private readonly Lock _gate = new();
    private bool _disposed;

    private QemuProcess(Process process, string folder, GuestRam ram, Stopwatch clock, TextWriter? console)
    {
        _process = process;
        Folder = folder;
        Ram = ram;
        Clock = clock;
        _console = Pump(process.StandardOutput.BaseStream, _consoleText, console);
        _errors = Pump(process.StandardError.BaseStream, _errorText, null);
        process.StandardInput.Close();
    }

    public string Folder { get; }

    public GuestRam Ram { get; }

    /// <summary>Runs since just before QEMU was started.</summary>
    public Stopwatch Clock { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>What the guest wrote to its console (its last 64 KiB).</summary>
    public string ConsoleText => Snapshot(_consoleText);

    /// <summary>What QEMU itself said.</summary>
    public string ErrorText => Snapshot(_errorText);

    public TimeSpan ProcessorTime
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.TotalProcessorTime;
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
                // It has ended; a process that ends while it is looked at gives the second one.
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>Makes the memory file, lets the caller fill it, and starts QEMU.</summary>
    /// <exception cref="QemuMissingException">QEMU is not installed.</exception>
    public static QemuProcess Start(
        GuestImage image, QemuOptions options, TextWriter? console = null, Action<GuestRam>? prepare = null, bool stepping = false)
    {
        var program = QemuCommand.Find(options.Executable);
        var bytes = options.MemoryMiB * 1024L * 1024L;
        var folder = QemuFiles.Create(options.RamDirectory, bytes);
        GuestRam? ram = null;
        try
        {
            ram = GuestRam.Create(QemuCommand.Ram(folder), bytes);
            StackPaint.Apply(ram, options.Painted);
            prepare?.Invoke(ram);
            var clock = Stopwatch.StartNew();
            var process = QemuLauncher.Start(program, QemuCommand.Arguments(image.Path, options, folder, stepping));
            var running = new QemuProcess(process, folder, ram, clock, console);
            QemuLauncher.Add(running);
            return running;
        }
        catch
        {
            ram?.Dispose();
            QemuFiles.Remove(folder);
            throw;
        }
    }

    public bool WaitForExit(TimeSpan limit) => _process.WaitForExit(limit);

    /// <summary>After QEMU ended: waits until all it wrote has been read.</summary>
    public void WaitForText() => Task.WaitAll([_console, _errors], TimeSpan.FromSeconds(2));

    public void Kill()
    {
        try
        {
            _process.Kill();
            _process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (InvalidOperationException)
        {
            // It had ended already.
        }
    }

    /// <summary>At process exit: ends QEMU and removes its files, but leaves memory mapped for threads still reading it.</summary>
    public void Abandon()
    {
        // Files first: a thread that finds its guest dead may end the process before the second step.
        QemuFiles.Remove(Folder);
        Kill();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
        }
        Kill();
        WaitForText();
        QemuLauncher.Remove(this);
        QemuFiles.Remove(Folder);
        Ram.Dispose();
        _process.Dispose();
    }

    private static string Snapshot(StringBuilder text)
    {
        lock (text) return text.ToString();
    }

    /// <summary>Passes text on; a reader that has gone away is no reason to stop the guest.</summary>
    private static TextWriter? Copy(TextWriter? to, ReadOnlySpan<char> text)
    {
        try
        {
            to?.Write(text);
            to?.Flush();
            return to;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    private static async Task Pump(Stream stream, StringBuilder kept, TextWriter? copy)
    {
        var buffer = new byte[4096];
        var characters = new char[4096 + 4];
        var decoder = Encoding.UTF8.GetDecoder();
        int count;
        while ((count = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            var length = decoder.GetChars(buffer, 0, count, characters, 0);
            lock (kept)
            {
                kept.Append(characters, 0, length);
                if (kept.Length > 2 * KeptMax) kept.Remove(0, kept.Length - KeptMax);
            }
            copy = Copy(copy, characters.AsSpan(0, length));
        }
    }
}
