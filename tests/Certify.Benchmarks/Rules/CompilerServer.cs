using System.Diagnostics;
using Certify.Cli.Tools;

namespace Certify.Benchmarks.Rules;

/// <summary>A compiler server of its own, as <c>dotnet build</c> uses one: it stays from build to build, and its code becomes faster.</summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly Process _server;
    private readonly string _pipe;
    private readonly string _folder;

    /// <summary>Starts the server.</summary>
    /// <param name="folder">The folder that a <see cref="CompilerRun"/> has written.</param>
    /// <param name="name">Tells the servers of one run apart.</param>
    public CompilerServer(string folder, string name)
    {
        _folder = folder;
        _pipe = $"certify-bench-{Environment.ProcessId}-{name}";
        _server = Process.Start(new ProcessStartInfo("dotnet", [Toolset.CompilerServer, "-pipename:" + _pipe])
        {
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>Compiles once.</summary>
    /// <exception cref="InvalidOperationException">The server has not done it.</exception>
    public CompilerTime Run(params IEnumerable<string> arguments)
    {
        var before = Processor();
        var watch = Stopwatch.StartNew();
        var result = ProcessRunner.Run("dotnet", ["exec", Toolset.Compiler, "/shared:" + _pipe, "/noconfig", "@base.rsp", .. arguments], _folder);
        watch.Stop();
        var taken = Processor() - before;
        if (taken < TimeSpan.FromMilliseconds(50)) throw new InvalidOperationException("the compiler server does not answer: " + result.All);
        return new CompilerTime(watch.Elapsed, taken, result.All);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    private TimeSpan Processor()
    {
        _server.Refresh();
        return _server.TotalProcessorTime;
    }
}
