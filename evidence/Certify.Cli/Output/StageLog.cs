using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Certify.Cli.Output;

/// <summary>Tells a person what runs, how far it is and how long it took. Goes to standard error, so that --json stays clean.</summary>
internal sealed class StageLog
{
    private static readonly Style s_good = new(Color.Green), s_bad = new(Color.Red), s_hint = new(Color.Yellow), s_faint = new(Color.Grey);
    private const string ShowCursor = "\u001b[?25h";
    private readonly IAnsiConsole _console;
    private readonly bool _live;
    private readonly bool _quiet;

    /// <summary>Creates the log.</summary>
    /// <param name="quiet">True to say nothing but errors.</param>
    /// <param name="to">Where to write; standard error if left out.</param>
    public StageLog(bool quiet, TextWriter? to = null)
    {
        _quiet = quiet;
        _live = !quiet && to is null && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("CI") is null;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(to ?? Console.Error),
            Ansi = _live ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = _live ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
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
        Write(new Segment($"{name,-10}", s_good), new Segment($" {summary} "), new Segment($"({seconds} s)", s_faint));
    }

    /// <summary>One line.</summary>
    public void Line(string text)
    {
        if (!_quiet) Write(new Segment(text));
    }

    /// <summary>An error with its hint.</summary>
    public void Error(string message, string? hint)
    {
        Write(new Segment("error:", s_bad), new Segment(" " + message));
        if (hint is not null) Write(new Segment("hint:", s_hint), new Segment(" " + hint));
    }

    /// <summary>A line that something is wrong, without ending the run.</summary>
    public void Finding(string message) => Write(new Segment(message, s_bad));

    /// <summary>A table: with lines on a terminal, in plain columns elsewhere.</summary>
    /// <param name="title">What stands in it.</param>
    /// <param name="headings">Headings; a column whose heading starts with '#' holds numbers.</param>
    /// <param name="rows">As many cells as headings each.</param>
    public void Table(string title, string[] headings, IReadOnlyList<string[]> rows)
    {
        if (_quiet || rows.Count == 0) return;
        if (_live) _console.Write(Lined(title, headings, rows));
        else foreach (var line in Plain(title, headings, rows)) Line(line);
    }

    private static Table Lined(string title, string[] headings, IReadOnlyList<string[]> rows)
    {
        var table = new Table { Title = new TableTitle(title, s_faint), Border = TableBorder.Rounded, BorderStyle = s_faint };
        foreach (var heading in headings)
        {
            var column = new TableColumn(Markup.Escape(heading.TrimStart('#')));
            table.AddColumn(heading.StartsWith('#') ? column.RightAligned() : column);
        }

        foreach (var row in rows) table.AddRow([.. row.Select(cell => new Text(cell))]);
        return table;
    }

    private static IEnumerable<string> Plain(string title, string[] headings, IReadOnlyList<string[]> rows)
    {
        var all = rows.Prepend([.. headings.Select(heading => heading.TrimStart('#'))]).ToList();
        var widths = headings.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        yield return title;
        foreach (var row in all)
        {
            var cells = row.Select((cell, column) => headings[column].StartsWith('#') ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            yield return ("  " + string.Join("  ", cells)).TrimEnd();
        }
    }

    private void Write(params Segment[] line) => _console.Write(new Whole(line));

    private string Live(string name, Func<Action<string>, string> work)
    {
        var summary = "";
        // The spinner hides the cursor; whoever stops the tool gets it back. The default action of the signal follows.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT,
            _ => Console.Error.WriteLine($"\r{ShowCursor}\nstopped in stage {name}; finished stages are kept for the next run"));
        _console.Status().Spinner(Spinner.Known.Dots).Start(name, context =>
        {
            summary = work(text => context.Status($"{name,-10} {Markup.Escape(text)}"));
        });
        return summary;
    }

    /// <summary>Text that is never broken at the width of a terminal: paths, replay lines and findings are copied and searched.</summary>
    private sealed class Whole(Segment[] line) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [.. line, Segment.LineBreak];
    }
}
