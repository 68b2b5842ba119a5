using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Spectre.Console;

namespace Certify.Cli.Output;

/// <summary>Tells a person what runs, how far it is and how long it took. Goes to standard error, so that --json stays clean.</summary>
internal sealed class StageLog
{
    private const int UnwrappedWidth = 100_000;
    private const string ShowCursor = "\u001b[?25h";

    private readonly IAnsiConsole _console;
    private readonly bool _live;
    private readonly bool _quiet;
    private bool _spinning;

    /// <summary>Creates the log.</summary>
    /// <param name="quiet">True to say nothing but errors.</param>
    public StageLog(bool quiet)
    {
        _quiet = quiet;
        _live = !quiet && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("CI") is null;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = _live ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = _live ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!_live) _console.Profile.Width = UnwrappedWidth; // a log's lines are cut by nobody
    }

    /// <summary>Runs a stage: shows it while it runs, then one line with what it gave and its time.</summary>
    /// <param name="name">Name of the stage, as the architecture names it.</param>
    /// <param name="work">The work; it gets a way to say how far it is and returns a sentence about the result.</param>
    public void Stage(string name, Func<Action<string>, string> work)
    {
        var watch = Stopwatch.StartNew();
        var summary = _live ? Live(name, work) : work(_ => { });
        if (_quiet) return;
        var seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        _console.MarkupLine($"[green]{name,-10}[/] {Markup.Escape(summary)} [grey]({seconds} s)[/]");
    }

    /// <summary>One line.</summary>
    public void Line(string text)
    {
        if (_quiet) return;
        if (_spinning) _console.WriteLine(text); // the spinner redraws its own place; a line around it would be overwritten
        else Console.Error.WriteLine(text);
    }

    /// <summary>An error with its hint.</summary>
    public void Error(string message, string? hint)
    {
        _console.MarkupLine($"[red]error:[/] {Markup.Escape(message)}");
        if (hint is not null) _console.MarkupLine($"[yellow]hint:[/] {Markup.Escape(hint)}");
    }

    /// <summary>A line that something is wrong, without ending the run.</summary>
    public void Finding(string message) => _console.MarkupLine($"[red]{Markup.Escape(message)}[/]");

    private string Live(string name, Func<Action<string>, string> work)
    {
        var summary = "";
        _spinning = true;
        // The spinner hides the cursor; whoever stops the tool gets it back. The default action of the signal follows.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT,
            _ => Console.Error.WriteLine($"\r{ShowCursor}\nstopped in stage {name}; finished stages are kept for the next run"));
        try
        {
            _console.Status().Spinner(Spinner.Known.Dots).Start(name, context =>
            {
                summary = work(text => context.Status($"{name,-10} {Markup.Escape(text)}"));
            });
        }
        finally
        {
            _spinning = false;
        }

        return summary;
    }
}
