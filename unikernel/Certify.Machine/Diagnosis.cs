using System.Globalization;
using System.Text;

namespace Certify.Machine;

/// <summary>Decides how a guest ended. QEMU's exit code alone is not enough: a kill by signal can look like a panic's.</summary>
internal static class Diagnosis
{
    public const int NormalExit = 33;
    private const string Killed = "terminating on signal";

    /// <summary>The verdict for a QEMU that has ended.</summary>
    public static (GuestEnd End, string Detail, PanicReport? Panic) OfEnded(GuestImage image, QemuProcess process)
    {
        process.WaitForText();
        var (code, panic) = (process.ExitCode, PanicReport.Read(image, process.Ram.TryReadLong));
        if (panic is not null && code == panic.Record.ExitCode) return (GuestEnd.Panic, panic.Text + Words(process), panic);
        if (process.ErrorText.Contains(Killed, StringComparison.Ordinal))
            return (GuestEnd.QemuDied, $"QEMU was told to end.\n{Words(process)}", panic);
        if (code == 0) return (GuestEnd.TripleFault, TripleFault(image, process) + panic?.Text + Words(process), panic);
        return (GuestEnd.QemuDied, $"{Meaning(code)}\n{panic?.Text}{Words(process)}", panic);
    }

    /// <summary>The account of a guest that runs but answers nothing.</summary>
    public static string OfHanging(GuestImage image, QemuProcess process, TimeSpan limit)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"hang: no progress in {limit.TotalSeconds:0.###} s of processor time\n");
        var registers = RegisterDump.Parse(QmpClient.InfoRegisters(QemuCommand.MonitorSocket(process.Folder)) ?? "");
        if (registers is not null)
            PanicReport.WriteBacktrace(text, Backtrace.Walk(image, registers, process.Ram.TryReadLong));
        return text + Words(process);
    }

    private static string TripleFault(GuestImage image, QemuProcess process)
    {
        var text = new StringBuilder("triple fault: the machine was reset by a fault that its fault handler could not take\n");
        var log = QemuCommand.Log(process.Folder);
        var registers = File.Exists(log) ? RegisterDump.ParseTripleFault(File.ReadAllText(log)) : null;
        if (registers is not null)
            PanicReport.WriteBacktrace(text, Backtrace.Walk(image, registers, process.Ram.TryReadLong));
        return text.ToString();
    }

    private static string Meaning(int code) => code switch
    {
        NormalExit => "the guest ended by itself before it had answered every frame (exit code 33)",
        > 128 and < 160 => string.Create(CultureInfo.InvariantCulture, $"QEMU was killed by signal {code - 128}, or ended with {code} without a panic record"),
        _ => string.Create(CultureInfo.InvariantCulture, $"QEMU ended with exit code {code}"),
    };

    private static string Words(QemuProcess process)
    {
        var text = new StringBuilder();
        Append(text, "QEMU said", process.ErrorText);
        Append(text, "console", process.ConsoleText);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, string words)
    {
        var lines = words.TrimEnd().Split('\n').TakeLast(10).Where(l => l.Length > 0).ToArray();
        if (lines.Length == 0) return;
        text.Append($"  {title}:\n");
        foreach (var line in lines) text.Append($"    {line.TrimEnd('\r')}\n");
    }
}
