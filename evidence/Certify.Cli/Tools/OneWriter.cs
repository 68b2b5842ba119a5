namespace Certify.Cli.Tools;

/// <summary>
/// One process of a user at a time records reviews and baselines: each reads what is there, adds to it and writes the whole, so that of two at
/// once the later would lose what the earlier wrote. Ends with its process, however that ends, and leaves no file behind.
/// </summary>
// @llr CFY-LLR-476
internal sealed class OneWriter : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly Mutex _mutex = new(initiallyOwned: false, @"Global\certify-trace-records");

    private OneWriter()
    {
    }

    /// <summary>Waits for its turn.</summary>
    /// <exception cref="CommandException">Another process has been recording for two minutes (exit code 3).</exception>
    public static OneWriter Wait()
    {
        var writer = new OneWriter();
        if (writer.Enter()) return writer;
        writer._mutex.Dispose();
        throw CommandException.Host("another certify has been recording for two minutes", "let it end, or stop it");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mutex.ReleaseMutex();
        _mutex.Dispose();
    }

    // One that was killed gave up its turn; what it wrote is whole or not there.
    private bool Enter()
    {
        try
        {
            return _mutex.WaitOne(s_patience);
        }
        catch (AbandonedMutexException)
        {
            return true;
        }
    }
}
