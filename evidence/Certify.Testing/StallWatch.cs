using System.Diagnostics;

namespace Certify.Testing;

/// <summary>
/// Notices that a count stands still. It counts its own ticks instead of time, so that a machine that was
/// suspended or is very busy is no stall. A debugger switches it off.
/// </summary>
internal sealed class StallWatch : IDisposable
{
    private const int TickMilliseconds = 500;
    private const int TicksMax = 10; // 5 s, as long as the target gets for a frame
    private readonly Func<int> _count;
    private readonly Action _stalled;
    private readonly Timer _timer;
    private int _last = -1;
    private int _ticks;

    /// <summary>Starts watching.</summary>
    /// <param name="count">What has to move; read from another thread.</param>
    /// <param name="stalled">Called once when it did not for ten ticks.</param>
    public StallWatch(Func<int> count, Action stalled)
    {
        _count = count;
        _stalled = stalled;
        _timer = new Timer(_ => Tick(), null, TickMilliseconds, TickMilliseconds);
    }

    /// <summary>Stops watching; a tick that is under way has ended.</summary>
    public void Dispose()
    {
        using var ended = new ManualResetEvent(false);
        if (_timer.Dispose(ended)) ended.WaitOne();
    }

    private void Tick()
    {
        if (Debugger.IsAttached) return;
        int now = _count();
        _ticks = now == _last ? _ticks + 1 : 0;
        _last = now;
        if (_ticks == TicksMax) _stalled();
    }
}
