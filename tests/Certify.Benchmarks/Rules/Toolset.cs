using System.Diagnostics;
using System.Xml.Linq;
using Certify.Cli.Tools;

namespace Certify.Benchmarks.Rules;

/// <summary>Where the SDK, its compiler, reference assemblies and the analyzers to compare with lie.</summary>
internal static class Toolset
{
    /// <summary>The clone.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Folder of the SDK that builds the clone.</summary>
    public static string Sdk { get; } = Path.Combine(DotnetRoot(), "sdk", ProcessRunner.Run("dotnet", ["--version"], Root).Output.Trim());

    /// <summary>The compiler of that SDK.</summary>
    public static string Compiler => Path.Combine(Sdk, "Roslyn", "bincore", "csc.dll");

    /// <summary>The same compiler as a server.</summary>
    public static string CompilerServer => Path.Combine(Path.GetDirectoryName(Compiler)!, "VBCSCompiler.dll");

    /// <summary>Its version, as a baseline names it.</summary>
    public static string CompilerVersion => FileVersionInfo.GetVersionInfo(Path.Combine(Path.GetDirectoryName(Compiler)!, "Microsoft.CodeAnalysis.dll")).ProductVersion!.Split('-', '+')[0];

    /// <summary>The rules, as a build loads them.</summary>
    public static string OwnRules => Path.Combine(AppContext.BaseDirectory, "Certify.Analyzers.dll");

    /// <summary>The variables (<c>NAME=VALUE</c>) with which the rules' package has the compiler started.</summary>
    public static IReadOnlyList<string> PackageEnvironment() =>
        [.. XDocument.Load(Path.Combine(Root, "analyzers", "Certify.Analyzers", "build", "Certify.Analyzers.props")).Descendants("CscEnvironment").Single().Value.Split(';')];

    /// <summary>Reference assemblies of .NET 10.</summary>
    public static IReadOnlyList<string> References()
    {
        var pack = Directory.GetDirectories(Path.Combine(DotnetRoot(), "packs", "Microsoft.NETCore.App.Ref"), "10.*").Order(StringComparer.Ordinal).Last();
        return [.. Directory.GetFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll").Order(StringComparer.Ordinal)];
    }

    /// <summary>NetAnalyzers of the SDK with every rule on, Meziantou.Analyzer and Roslynator.Analyzers as they come.</summary>
    /// <returns>Arguments of the compiler; null with the reason where a package is missing.</returns>
    public static (IReadOnlyList<string>? Arguments, string Text) Others()
    {
        var own = Path.Combine(Sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        List<string> arguments =
        [
            $"/analyzerconfig:{Path.Combine(own, "build", "config", "analysislevel_10_all.globalconfig")}",
            .. Directory.GetFiles(own, "Microsoft.CodeAnalysis*NetAnalyzers.dll").Where(f => !f.Contains("VisualBasic", StringComparison.Ordinal)).Select(f => "/analyzer:" + f),
        ];
        foreach (var (package, version) in new[] { ("meziantou.analyzer", "3.0.321"), ("roslynator.analyzers", "5.0.1") })
        {
            var folder = Path.Combine(Packages(), package, version, "analyzers", "dotnet");
            if (!Directory.Exists(folder)) return (null, $"{package} {version} is not in the NuGet folder; restore this project");
            var roslyn = Directory.GetDirectories(folder, "roslyn*").OrderBy(f => Version.Parse(Path.GetFileName(f)["roslyn".Length..])).LastOrDefault() ?? folder;
            arguments.AddRange(Directory.GetFiles(roslyn, "*.dll", SearchOption.AllDirectories).Where(f => !f.Contains("/vb/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => "/analyzer:" + f));
        }

        return (arguments, "NetAnalyzers of the SDK (AnalysisMode=All), Meziantou.Analyzer 3.0.321, Roslynator.Analyzers 5.0.1");
    }

    private static string Packages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string DotnetRoot() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "global.json"))) return at.FullName;
        }

        throw new InvalidOperationException($"no global.json above {folder}");
    }
}
