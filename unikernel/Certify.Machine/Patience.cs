using System.Diagnostics;

namespace Certify.Machine;

/// <summary>
/// How long to wait for a guest: first spinning (an answer takes about a microsecond), then giving the core
/// away, then sleeping. It ends when the guest had its time and made nothing of it.
/// </summary>
internal sealed class Patience(QemuProcess process, TimeSpan limit)
{
    private const int SpinTurns = 400, YieldTurns = 200, IdleFactor = 4;
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);
    private readonly Stopwatch _sinceProgress = Stopwatch.StartNew();
    private TimeSpan _processorTime = TimeSpan.MinValue, _nextLook = s_look;
    private int _turns;

    /// <summary>The guest did something.</summary>
    public void Reset()
    {
        if (_turns == 0) return;
        _turns = 0;
        _processorTime = TimeSpan.MinValue;
        _nextLook = s_look;
        _sinceProgress.Restart();
    }

    /// <summary>Waits a little; false when QEMU ended or the time is over.</summary>
    public bool Wait()
    {
        if (_turns == 0) _sinceProgress.Restart();
        _turns++;
        // Not SpinWait: after a few turns it sleeps a millisecond and costs a factor of forty.
        if (_turns <= SpinTurns)
        {
            Thread.SpinWait(20);
            return true;
        }
        if (_turns <= SpinTurns + YieldTurns)
        {
            Thread.Yield();
            return true;
        }
        if (process.HasExited) return false;
        Thread.Sleep(1);
        return !IsOver();
    }

    /// <summary>True when the guest had its time since the last progress.</summary>
    public bool IsOver()
    {
        var waited = _sinceProgress.Elapsed;
        if (waited < _nextLook) return false;
        _nextLook = waited + s_look;
        if (_processorTime == TimeSpan.MinValue) _processorTime = process.ProcessorTime;
        if (waited < limit) return false;
        // A loaded machine may starve QEMU; a guest that halted uses no processor at all.
        return process.ProcessorTime - _processorTime >= limit / 2 - s_look * 2 || waited >= limit * IdleFactor;
    }
}
