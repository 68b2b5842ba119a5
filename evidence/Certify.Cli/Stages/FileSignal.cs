namespace Certify.Cli.Stages;

/// <summary>Tells when files below some paths changed, once the changes have come to rest.</summary>
internal sealed class FileSignal : IDisposable
{
    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_restMax = TimeSpan.FromSeconds(2);
    private static readonly string[] s_skipped = ["bin", "obj", ".certify", ".git", "artifacts", "TestResults", ".vs", ".idea"];
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly SemaphoreSlim _changed = new(0);

    /// <summary>Begins to watch files and folders.</summary>
    public FileSignal(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path);
            var folder = Directory.Exists(full);
            var watcher = new FileSystemWatcher(folder ? full : Path.GetDirectoryName(full)!)
            {
                IncludeSubdirectories = folder,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
                InternalBufferSize = 64 << 10,
            };
            if (!folder) watcher.Filters.Add(Path.GetFileName(full));
            watcher.Changed += (_, e) => Note(full, e.FullPath);
            watcher.Created += (_, e) => Note(full, e.FullPath);
            watcher.Deleted += (_, e) => Note(full, e.FullPath);
            watcher.Renamed += (_, e) => Note(full, e.FullPath);
            watcher.Error += (_, _) => _changed.Release(); // too much at once: look at everything again
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
    }

    /// <summary>Waits for a change and until no more come for a moment; false when cancelled.</summary>
    public bool Wait(CancellationToken cancel)
    {
        try
        {
            _changed.Wait(cancel);
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            while (_changed.Wait(s_rest, cancel) && System.Diagnostics.Stopwatch.GetElapsedTime(began) < s_restMax) { }
            while (_changed.Wait(0, cancel)) { }
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        _changed.Dispose();
    }

    private void Note(string root, string file)
    {
        var relative = Path.GetRelativePath(root, file).Replace('\\', '/').Split('/');
        if (!relative.Any(s_skipped.Contains)) _changed.Release();
    }
}
