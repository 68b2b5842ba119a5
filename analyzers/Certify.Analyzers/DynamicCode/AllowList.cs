using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Certify.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.DynamicCode;

/// <summary>
/// The library members that code may use: documentation ids, one per line; an id that ends in '*' stands for
/// all that begin like it. Besides the built-in list a project may add a file <c>certify.allow.txt</c>.
/// </summary>
public sealed class AllowList
{
    private const string FileName = "certify.allow.txt";

    private static readonly Lazy<ImmutableArray<string>> s_builtIn =
        new(() => ResourceText.Lines("allow.txt").ToImmutableArray());

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _prefixes = [];

    private AllowList(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.EndsWith("*", StringComparison.Ordinal)) _prefixes.Add(entry.TrimEnd('*'));
            else _ids.Add(entry);
        }
    }

    /// <summary>The entries that ship with the rule.</summary>
    public static ImmutableArray<string> BuiltIn => s_builtIn.Value;

    /// <summary>The built-in list together with the project's own file, if it has one.</summary>
    public static AllowList Load(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var entries = new List<string>(BuiltIn);
        foreach (var file in files)
        {
            if (!IsAllowFile(file.Path)) continue;
            var text = file.GetText(cancellation)?.ToString();
            if (text is not null) entries.AddRange(ResourceText.Meaningful(text));
        }

        return new AllowList(entries);
    }

    /// <summary>True when the list has this symbol's definition.</summary>
    public bool Has(ISymbol symbol)
    {
        var id = symbol.OriginalDefinition.GetDocumentationCommentId();
        if (id is null) return false;
        if (_ids.Contains(id)) return true;
        foreach (var prefix in _prefixes)
        {
            if (id.StartsWith(prefix, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsAllowFile(string path)
    {
        var name = path.Replace('\\', '/');
        return name == FileName || name.EndsWith("/" + FileName, StringComparison.Ordinal);
    }
}
