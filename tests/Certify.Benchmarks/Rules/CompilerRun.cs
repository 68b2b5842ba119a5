using System.Diagnostics;
using System.Globalization;
using System.Text;
using Certify.Cli.Tools;

namespace Certify.Benchmarks.Rules;

/// <summary>Time of one run of the compiler, and what it reported.</summary>
/// <param name="Wall">From start to exit.</param>
/// <param name="Processor">Processor time of the compiler, all threads.</param>
/// <param name="Output">What it printed.</param>
internal sealed record CompilerTime(TimeSpan Wall, TimeSpan Processor, string Output);

/// <summary>Runs the SDK's compiler as a process of its own, without a compiler server, with or without analyzers.</summary>
internal sealed class CompilerRun
{
    private readonly string _folder;

    /// <summary>Writes the program and the arguments that every run has.</summary>
    public CompilerRun(string folder, IReadOnlyList<(string Name, string Text)> files)
    {
        _folder = folder;
        Directory.CreateDirectory(Path.Combine(folder, "src"));
        foreach (var (name, text) in files) File.WriteAllText(Path.Combine(folder, "src", name), text);
        File.WriteAllText(Path.Combine(folder, "certify.globalconfig"), GlobalConfig(folder));
        File.WriteAllLines(Path.Combine(folder, "base.rsp"),
        [
            "/nologo", "/target:library", "/langversion:14.0", "/nullable:enable", "/deterministic+", "/optimize+", "/warnaserror+",
            "/unsafe-", "/checked+", "/debug:portable", "/doc:doc.xml", "/out:Bench.dll", "/analyzerconfig:certify.globalconfig",
            .. Toolset.References().Select(reference => $"/reference:\"{reference}\""),
            .. Sources(folder).Select(source => $"\"{source}\""),
        ]);
    }

    /// <summary>The properties that a build hands to the rules.</summary>
    public static IReadOnlyDictionary<string, string> Properties(string folder) => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["build_property.CertifyProfile"] = "application",
        ["build_property.InvariantGlobalization"] = "true",
        ["build_property.ProjectDir"] = folder + "/",
    };

    /// <summary>The program's files and the annotations that an application is compiled with.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(Path.Combine(folder, "src"), "*.cs").Order(StringComparer.Ordinal)
            .Concat(Directory.GetFiles(Path.Combine(Toolset.Root, "unikernel", "Certify.Annotations"), "*.cs").Order(StringComparer.Ordinal));

    /// <summary>Compiles once.</summary>
    /// <param name="arguments">Further arguments: analyzers and their configuration.</param>
    public CompilerTime Run(params IEnumerable<string> arguments) => Run([], arguments);

    /// <summary>Compiles once, with variables of the environment (<c>NAME=VALUE</c>).</summary>
    public CompilerTime Run(IReadOnlyList<string> environment, IEnumerable<string> arguments)
    {
        // The shell prints the processor times of its children; the runtime cannot ask for those of a process that has ended.
        const string Script = "\"$@\" > csc.log 2>&1; times";
        var watch = Stopwatch.StartNew();
        var result = ProcessRunner.Run("sh", ["-c", Script, "sh", "env", .. environment, "dotnet", "exec", Toolset.Compiler, "/noconfig", "@base.rsp", .. arguments], _folder);
        watch.Stop();
        return new CompilerTime(watch.Elapsed, Children(result.Output), File.ReadAllText(Path.Combine(_folder, "csc.log")));
    }

    private static string GlobalConfig(string folder)
    {
        var text = new StringBuilder("is_global = true\n");
        foreach (var (key, value) in Properties(folder)) text.Append(CultureInfo.InvariantCulture, $"{key} = {value}\n");
        return text.ToString();
    }

    // "0m1.250s 0m0.120s" for the shell itself, then a line for its children.
    internal static TimeSpan Children(string times) => TimeSpan.FromSeconds(
        times.Trim().Split('\n')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(part =>
        {
            var at = part.IndexOf('m', StringComparison.Ordinal);
            return int.Parse(part[..at], CultureInfo.InvariantCulture) * 60 + double.Parse(part[(at + 1)..^1], CultureInfo.InvariantCulture);
        }));
}
