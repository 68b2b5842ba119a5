using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Settings;

/// <summary>Gives the profile of each source file from the project's properties.</summary>
public sealed class ProfileMap
{
    private const string ProfileKey = "build_property.CertifyProfile";
    private const string RuntimeRootKey = "build_property.CertifyRuntimeRoot";
    private const string CoreRootKey = "build_property.CertifyCoreRoot";
    private const string ProjectKey = "build_property.ProjectDir";

    private readonly ImmutableArray<string> _runtimeRoots;
    private readonly ImmutableArray<string> _coreRoots;
    private readonly string _project;
    private readonly GeneratedSources _generated;

    private ProfileMap(
        Profile standard, ImmutableArray<string> runtimeRoots, ImmutableArray<string> coreRoots, string project, GeneratedSources generated)
    {
        Default = standard;
        _runtimeRoots = runtimeRoots;
        _coreRoots = coreRoots;
        _project = project;
        _generated = generated;
    }

    /// <summary>The profile of files that lie under no runtime root.</summary>
    public Profile Default { get; }

    /// <summary>True when files of the runtime can be part of the compilation.</summary>
    public bool HasRuntime => _runtimeRoots.Length + _coreRoots.Length > 0 || Default is Profile.Runtime or Profile.Core;

    /// <summary>
    /// Reads <c>CertifyProfile</c> (anything unknown counts as application), <c>CertifyRuntimeRoot</c> and
    /// <c>CertifyCoreRoot</c> (directories separated by '|') and <c>ProjectDir</c>.
    /// </summary>
    public static ProfileMap From(AnalyzerConfigOptions options)
    {
        var profile = Value(options, ProfileKey).ToLowerInvariant() switch
        {
            "runtime" => Profile.Runtime,
            "core" => Profile.Core,
            "host" => Profile.Host,
            _ => Profile.Application,
        };
        return new ProfileMap(
            profile, Roots(options, RuntimeRootKey), Roots(options, CoreRootKey), Folder(Value(options, ProjectKey)), GeneratedSources.From(options));
    }

    /// <summary>
    /// False for a file that a generator of the build added to a tool: profile host holds people to the rules, and nobody
    /// can change what a package writes. On target nothing is left out, since generated code flies as well.
    /// </summary>
    public bool Judges(SyntaxTree tree) => Of(tree) != Profile.Host || !_generated.Contains(tree.FilePath);

    /// <summary>
    /// The profile of one file. Of the roots around a file the deepest counts; a file below the project's own
    /// folder that lies deeper than every root belongs to the project, so that an application kept inside a
    /// runtime's tree stays an application.
    /// </summary>
    public Profile Of(SyntaxTree tree)
    {
        if (_runtimeRoots.IsEmpty && _coreRoots.IsEmpty) return Default;
        var path = tree.FilePath.Replace('\\', '/');
        var runtime = Depth(_runtimeRoots, path);
        var core = Depth(_coreRoots, path);
        var depth = Math.Max(runtime, core);
        if (depth == 0) return Default;
        var ownCode = _project.Length > depth && path.StartsWith(_project, StringComparison.Ordinal);
        if (ownCode) return Default;
        return core >= runtime ? Profile.Core : Profile.Runtime;
    }

    /// <summary>True for a file of an application's own folder that a root declares to be a part of the runtime.</summary>
    public bool IsDisguised(SyntaxTree tree) =>
        Default == Profile.Application && _project.Length > 0
        && tree.FilePath.Replace('\\', '/').StartsWith(_project, StringComparison.Ordinal) && Of(tree) != Default;

    private static int Depth(ImmutableArray<string> roots, string path)
    {
        var depth = 0;
        foreach (var root in roots)
        {
            if (path.StartsWith(root, StringComparison.Ordinal)) depth = Math.Max(depth, root.Length);
        }

        return depth;
    }

    private static ImmutableArray<string> Roots(AnalyzerConfigOptions options, string key) =>
        Value(options, key).Split(new[] { '|' }, StringSplitOptions.RemoveEmptyEntries)
            .Select(Folder).Where(root => root.Length > 1).ToImmutableArray();

    private static string Value(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) ? value.Trim() : "";

    private static string Folder(string path)
    {
        var folder = path.Trim().Replace('\\', '/').TrimEnd('/');
        return folder.Length == 0 ? "" : folder + "/";
    }
}
