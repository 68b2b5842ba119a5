using System.CommandLine;
using System.Globalization;
using Certify.Cli.Stages;
using Certify.Trace.Model;

namespace Certify.Cli.Commands;

/// <summary>What the trace verbs share: the set to look at, and how it is read.</summary>
internal sealed class TraceOptions
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "A project, or files and folders of any known format; the current folder if left out.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _pathOption = new("--path")
    {
        HelpName = "PATH", Description = "The set: a project, or files and folders of any known format; the current folder if left out.",
        Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> _from = new("--from") { HelpName = "FORMAT", Description = "Format of the files, where it is not to be found by their content." };
    private readonly Option<string?> _mapping = new("--mapping") { HelpName = "FILE", Description = "Names of columns or attributes, and what they mean (YAML)." };
    private readonly Option<string?> _tier = new("--tier") { HelpName = "TIER", Description = "Tier of items whose format says none, for example HLR." };
    private readonly Option<string?> _level = CommonOptions.Level();
    private readonly Option<string?> _date = new("--date") { HelpName = "DAY", Description = "Day on which justifications are judged (yyyy-MM-dd); today if left out." };
    private readonly Option<string[]> _results = new("--results") { HelpName = "FILE", Description = "Test results: results.json, JUnit or TRX.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _image = new("--image") { HelpName = "FILE", Description = "Image that the results must be of." };
    private readonly Option<string[]> _logs = new("--logs") { HelpName = "PATH", Description = "Logs of the runs, or their folder: what a result names must be there, unchanged.", Arity = ArgumentArity.OneOrMore };
    private bool _named;

    /// <summary>Adds the options to a verb.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="pathIsOption">True where other arguments stand free, so that the set is named by an option.</param>
    public TraceOptions AddTo(Command command, bool pathIsOption = false)
    {
        _named = pathIsOption;
        if (pathIsOption) command.Options.Add(_pathOption);
        else command.Arguments.Add(_paths);
        foreach (var option in new Option[] { _from, _mapping, _tier, _level, _date, _results, _image, _logs }) command.Options.Add(option);
        return this;
    }

    /// <summary>Adds only what says how files are read.</summary>
    public TraceOptions AddReading(Command command)
    {
        foreach (var option in new Option[] { _from, _mapping, _tier }) command.Options.Add(option);
        return this;
    }

    /// <summary>How the given files are read.</summary>
    public TraceRequest Reading(ParseResult parse, IReadOnlyList<string> paths) => new()
    {
        Paths = paths,
        From = parse.GetValue(_from),
        Mapping = parse.GetValue(_mapping),
        Tier = parse.GetValue(_tier) is { } tier ? TierOf(tier) : null,
    };

    /// <summary>What was asked for.</summary>
    /// <exception cref="CommandException">A day or tier is none (exit code 2).</exception>
    public TraceRequest Of(ParseResult parse) => Reading(parse, Paths(parse)) with
    {
        Level = parse.GetValue(_level),
        Date = parse.GetValue(_date) is { } day ? DayOf("--date", day) : null,
        Results = parse.GetValue(_results) ?? [],
        Image = parse.GetValue(_image),
        Logs = parse.GetValue(_logs) ?? [],
    };

    private IReadOnlyList<string> Paths(ParseResult parse) =>
        (_named ? parse.GetValue(_pathOption) : parse.GetValue(_paths)) is { Length: > 0 } paths ? paths : [CommonOptions.DefaultPath()];

    /// <summary>The form of the result: text, json or another that the verb has.</summary>
    public static Option<string> Format(params string[] forms)
    {
        var option = new Option<string>("--format") { Description = string.Join(", ", forms) + ".", DefaultValueFactory = _ => forms[0] };
        option.AcceptOnlyFromAmong(forms);
        return option;
    }

    /// <summary>Reads a day.</summary>
    public static DateOnly DayOf(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw CommandException.BadInput($"{option} '{text}' is no day", "write it as 2026-10-01");

    private static ItemTier TierOf(string word)
    {
        for (var tier = ItemTier.System; tier <= ItemTier.Assumption; tier++)
        {
            if (string.Equals(TierName.Of(tier), word, StringComparison.OrdinalIgnoreCase)) return tier;
        }
        throw CommandException.BadInput($"--tier '{word}' is no tier", "system, HLR, LLR, design, code, test case, test procedure, result, review, problem report, hazard or assumption");
    }
}
