using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Settings;

/// <summary>
/// Tells the sources that a source generator added from those on the command line, by path. Sources of the command line
/// have a full path. In the second driver those of generators have none, so nothing else can pass as one. The compiler puts
/// them below its output folder, or the one for generated files, in a folder of the generator's assembly and one of its type.
/// </summary>
// @llr CFY-LLR-263
internal sealed class GeneratedSources
{
    private const int FoldersOfGenerator = 2;
    private const string ProjectKey = "build_property.ProjectDir";
    private static readonly string[] s_folderKeys =
        ["build_property.IntermediateOutputPath", "build_property.CompilerGeneratedFilesOutputPath"];

    private readonly ImmutableArray<string> _folders;

    private GeneratedSources(ImmutableArray<string> folders) => _folders = folders;

    /// <summary>Reads <c>IntermediateOutputPath</c>, <c>CompilerGeneratedFilesOutputPath</c> and <c>ProjectDir</c>.</summary>
    public static GeneratedSources From(AnalyzerConfigOptions options)
    {
        var project = Value(options, ProjectKey);
        return new GeneratedSources(
        [
            .. s_folderKeys.Select(key => Value(options, key)).Where(folder => folder.Length > 1)
                .Select(folder => IsFull(folder) ? folder : project + folder).Where(IsFull),
        ]);
    }

    /// <summary>True for the path of a source that a generator added.</summary>
    public bool Contains(string path)
    {
        var plain = path.Replace('\\', '/');
        if (plain.Length == 0) return false;
        return !IsFull(plain) || _folders.Any(folder => IsBelow(plain, folder));
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && path.Substring(folder.Length).Count(letter => letter == '/') >= FoldersOfGenerator;

    private static bool IsFull(string path) => path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');

    private static string Value(AnalyzerConfigOptions options, string key)
    {
        var text = options.TryGetValue(key, out var value) ? value.Trim().Replace('\\', '/').TrimEnd('/') : "";
        return text.Length == 0 ? "" : text + "/";
    }
}
