using System.Globalization;

namespace Certify.Cli.Output;

/// <summary>Says on standard error what is going on, once something takes longer than two seconds, and how long it took.</summary>
internal sealed class SlowNote : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private readonly long _began = System.Diagnostics.Stopwatch.GetTimestamp();
    private readonly Timer? _timer;
    private readonly Lock _gate = new();
    private string _what;
    private bool _said, _done;

    /// <summary>Begins to wait.</summary>
    /// <param name="what">What is going on, for example "audit: reading 1,200 files".</param>
    /// <param name="quiet">True to say nothing.</param>
    public SlowNote(string what, bool quiet)
    {
        _what = what;
        if (!quiet) _timer = new Timer(_ => Say(), null, s_patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What is going on now.</summary>
    public void Now(string what)
    {
        lock (_gate)
        {
            _what = what;
            if (_said) Terminal.Note($"{what} …");
        }
    }

    /// <summary>Ends the waiting.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _done = true;
            var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(_began).TotalSeconds;
            if (_said) Terminal.Note(string.Create(CultureInfo.InvariantCulture, $"… {seconds:0.0} s"));
        }
        _timer?.Dispose();
    }

    private void Say()
    {
        lock (_gate)
        {
            if (_done) return;
            _said = true;
            Terminal.Note($"{_what} …");
        }
    }
}
