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
    private const string ProjectKey = "build_property.ProjectDir";

    private readonly ImmutableArray<string> _runtimeRoots;
    private readonly string _project;

    private ProfileMap(Profile standard, ImmutableArray<string> runtimeRoots, string project)
    {
        Default = standard;
        _runtimeRoots = runtimeRoots;
        _project = project;
    }

    /// <summary>The profile of files that lie under no runtime root.</summary>
    public Profile Default { get; }

    /// <summary>
    /// Reads <c>CertifyProfile</c> (anything unknown counts as application), <c>CertifyRuntimeRoot</c>
    /// (directories separated by '|') and <c>ProjectDir</c>.
    /// </summary>
    public static ProfileMap From(AnalyzerConfigOptions options)
    {
        var profile = Value(options, ProfileKey).ToLowerInvariant() switch
        {
            "runtime" => Profile.Runtime,
            "host" => Profile.Host,
            _ => Profile.Application,
        };
        var roots = Value(options, RuntimeRootKey)
            .Split(new[] { '|' }, StringSplitOptions.RemoveEmptyEntries)
            .Select(Folder).Where(root => root.Length > 1).ToImmutableArray();
        return new ProfileMap(profile, roots, Folder(Value(options, ProjectKey)));
    }

    /// <summary>
    /// The profile of one file. A file below both a runtime root and the project's own folder belongs to
    /// the deeper of the two, so that an application kept inside a runtime's tree stays an application.
    /// </summary>
    public Profile Of(SyntaxTree tree)
    {
        var path = tree.FilePath.Replace('\\', '/');
        var depth = 0;
        foreach (var root in _runtimeRoots)
        {
            if (path.StartsWith(root, StringComparison.Ordinal)) depth = Math.Max(depth, root.Length);
        }

        if (depth == 0) return Default;
        var ownCode = _project.Length > depth && path.StartsWith(_project, StringComparison.Ordinal);
        return ownCode ? Default : Profile.Runtime;
    }

    private static string Value(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) ? value.Trim() : "";

    private static string Folder(string path)
    {
        var folder = path.Trim().Replace('\\', '/').TrimEnd('/');
        return folder.Length == 0 ? "" : folder + "/";
    }
}
