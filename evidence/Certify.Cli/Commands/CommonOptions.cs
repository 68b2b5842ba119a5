using System.CommandLine;

namespace Certify.Cli.Commands;

/// <summary>Arguments and options that several verbs share.</summary>
internal static class CommonOptions
{
    /// <summary>The project, solution or folder; the current folder if left out.</summary>
    public static Argument<string> PathArgument() => new("PATH")
    {
        Description = "A project file, a solution, or a folder with a certify.yaml. If left out: the current folder where it is a project, else the clone of Certify.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => DefaultPath(),
    };

    /// <summary>For scripts: the result as JSON on standard output, no progress.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON and nothing else." };

    /// <summary>Seed of everything random.</summary>
    public static Option<ulong?> Seed() => new("--seed") { HelpName = "N", Description = "Seed of the generated cases." };

    /// <summary>Software level.</summary>
    public static Option<string?> Level()
    {
        var option = new Option<string?>("--level") { Description = "Software level, A to E; the project's own if left out." };
        option.AcceptOnlyFromAmong("A", "B", "C", "D", "E");
        return option;
    }

    /// <summary>The current folder where it is a project, else the clone of Certify, else the current folder.</summary>
    // `./certify package` from anywhere works on the clone it belongs to, unless the current folder is a project.
    internal static string DefaultPath()
    {
        var here = Directory.GetCurrentDirectory();
        if (File.Exists(Path.Combine(here, Settings.ProjectLocator.FileName)) || Directory.GetFiles(here, "*.csproj").Length > 0) return ".";
        return Environment.GetEnvironmentVariable("CERTIFY_HOME") ?? ".";
    }
}
