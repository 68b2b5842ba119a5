using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Certify.Machine;

/// <summary>
/// Starts QEMU so that it cannot outlive this process: every child is started by one thread that lives as long
/// as the process, through setpriv with a parent-death signal (which Linux ties to the starting thread).
/// Where setpriv is missing, only orderly ends of this process are covered.
/// </summary>
internal static class QemuLauncher
{
    private static readonly ConcurrentDictionary<QemuProcess, byte> s_running = [];
    private static readonly BlockingCollection<Action> s_work = [];
    private static readonly List<PosixSignalRegistration> s_signals = [];

    static QemuLauncher()
    {
        new Thread(static () =>
        {
            foreach (var action in s_work.GetConsumingEnumerable()) action();
        })
        { IsBackground = true, Name = "qemu launcher" }.Start();
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => EndAll();
        AppDomain.CurrentDomain.UnhandledException += static (_, _) => EndAll();
        // From .NET 10 on a termination signal ends the process without ProcessExit. The default action still follows.
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
            s_signals.Add(PosixSignalRegistration.Create(signal, static _ => EndAll()));
    }

    /// <summary>Starts a program with all three streams redirected.</summary>
    public static Process Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var guardian = QemuCommand.Look("setpriv");
        start.FileName = guardian ?? program;
        if (guardian is not null)
        {
            foreach (var argument in (string[])["--pdeathsig", "KILL", "--", program]) start.ArgumentList.Add(argument);
        }
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return OnLauncher(() => Process.Start(start) ?? throw new QemuMissingException(program));
    }

    public static void Add(QemuProcess process) => s_running[process] = 0;

    public static void Remove(QemuProcess process) => s_running.TryRemove(process, out _);

    private static Process OnLauncher(Func<Process> start)
    {
        Process? started = null;
        ExceptionDispatchInfo? failure = null;
        using var done = new ManualResetEventSlim();
        s_work.Add(() =>
        {
            try
            {
                started = start();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
            done.Set();
        });
        done.Wait();
        failure?.Throw();
        return started!;
    }

    private static void EndAll()
    {
        foreach (var process in s_running.Keys) process.Abandon();
    }
}
