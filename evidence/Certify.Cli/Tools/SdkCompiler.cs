using System.Reflection;
using System.Runtime.Loader;

namespace Certify.Cli.Tools;

/// <summary>
/// Gives the process the compiler libraries of the .NET SDK that builds the project, so that rules and rewriter see
/// exactly what the compiler sees. The tool itself carries none.
/// </summary>
// @llr CFY-LLR-261
internal static class SdkCompiler
{
    private static string? s_folder;
    private static string? s_bincore;

    /// <summary>Has to run before anything names a type of the compiler.</summary>
    /// <param name="args">The command line: the SDK is chosen as `dotnet` chooses it in the folder named there, or here.</param>
    public static void Install(string[] args)
    {
        var path = args.Skip(1).FirstOrDefault(argument => argument[..Math.Min(1, argument.Length)] != "-" && (Directory.Exists(argument) || File.Exists(argument)));
        s_folder = path is null ? Directory.GetCurrentDirectory() : Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        AssemblyLoadContext.Default.Resolving += Resolve;
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        var isOfFixes = name.Name?.StartsWith("System.Composition", StringComparison.Ordinal) == true;
        if ((!isOfFixes && name.Name?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) != true) || name.CultureName is { Length: > 0 }) return null;
        s_bincore ??= Bincore();

        // What the compiler itself does not need, fixes do; the same SDK has it for its formatter.
        string[] folders = [s_bincore, Path.GetFullPath(Path.Combine(s_bincore, "..", "..", "DotnetTools", "dotnet-format"))];
        var file = folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists);
        return file is null ? null : context.LoadFromAssemblyPath(file);
    }

    private static string Bincore()
    {
        var answer = ProcessRunner.Run("dotnet", ["--info"], s_folder!, TimeSpan.FromMinutes(1));
        var line = answer.Output.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.StartsWith("Base Path:", StringComparison.Ordinal));
        var folder = line is null ? "" : Path.Combine(line["Base Path:".Length..].Trim(), "Roslyn", "bincore");
        return Directory.Exists(folder)
            ? folder
            : throw CommandException.Host("the .NET SDK names no compiler" + (line is null ? "" : $" ('{folder}')"), "install the .NET SDK 10");
    }
}
