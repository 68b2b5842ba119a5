using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Projects.Checking;

/// <summary>The compiler inside this process, and whether a build uses the same.</summary>
internal static class OwnCompiler
{
    private const string FileName = "Microsoft.CodeAnalysis.CSharp.dll";

    /// <summary>True when the tool took the compiler of an SDK; tests of the tool use the package it is built against.</summary>
    public static bool IsOfSdk { get; } = Path.GetFileName(Path.GetDirectoryName(typeof(CSharpCompilation).Assembly.Location)) == "bincore";

    /// <summary>Version and origin, for the receipt.</summary>
    public static string Shown(string sdkVersion) => "Microsoft.CodeAnalysis.CSharp " + Version(typeof(CSharpCompilation).Assembly.Location)
        + (IsOfSdk ? $" (of the .NET SDK {sdkVersion})" : " (NuGet package, not the compiler of the SDK)");

    /// <summary>What a build's compiler differs in, or null. The package's compiler is not compared.</summary>
    public static string? Difference(string compilerFolder)
    {
        var file = Path.Combine(compilerFolder, "bincore", FileName);
        if (!IsOfSdk) return null;
        if (!File.Exists(file)) return $"uses a compiler that is not where compilers of SDKs are. This check cannot compare it with its own.";
        var (theirs, own) = (Version(file), Version(typeof(CSharpCompilation).Assembly.Location));
        return theirs == own ? null : $"uses compiler {theirs}, this check {own}. Run the check in the project's folder, so that both take the SDK of its global.json.";
    }

    private static string Version(string file) => (FileVersionInfo.GetVersionInfo(file).ProductVersion ?? "unknown").Split('+')[0];
}
