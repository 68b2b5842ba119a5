using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Certify.Facts;
using Certify.Projects.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Projects.Checking;

/// <summary>
/// Compares the sources of a compilation with the documents that the built assembly's debug information names: every
/// document must be a source that was analysed, with the same digest, and every source with code must be a document.
/// </summary>
// @llr CFY-LLR-258
internal static class PdbComparison
{
    private static readonly Guid s_sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");

    /// <summary>The result, and a finding for each difference.</summary>
    public static (PdbMatch Match, IReadOnlyList<RuleFinding> Findings) Run(LoadedCompilation compilation)
    {
        if (compilation.Assembly is not { } assembly || !File.Exists(assembly)) return (PdbMatch.NotCompared, []);
        var findings = new List<RuleFinding>();
        void Add(string path, string message) => findings.Add(new RuleFinding(RuleIdsOfBuild.AllAnalysed, message, new SourcePlace(path, 0)));
        var name = Path.GetFileName(assembly);
        if (Documents(assembly) is not { } documents)
        {
            Add(name, $"'{name}' has no portable debug information, so nobody can say what it was compiled from. Set DebugType to embedded or portable.");
            return (PdbMatch.Differs, findings);
        }

        var shown = compilation.Sources.GroupBy(source => source.FullPath).ToDictionary(group => group.Key, group => group.First().Path, StringComparer.Ordinal);
        var analysed = new Dictionary<string, SyntaxTree>(StringComparer.Ordinal);
        foreach (var tree in compilation.Compilation.SyntaxTrees) analysed.TryAdd(Mapped(tree.FilePath, compilation.PathMap), tree);
        foreach (var (path, algorithm, hash) in documents.OrderBy(document => document.Path, StringComparer.Ordinal))
        {
            var tree = analysed.GetValueOrDefault(path) ?? Generated(analysed, path);
            if (tree is null) Add(name, $"'{name}' was compiled from '{Path.GetFileName(path)}' too, which was not analysed. Build again, then check.");
            else if (!IsText(tree, algorithm, hash)) Add(shown.GetValueOrDefault(tree.FilePath, name), $"'{name}' was compiled from another text of this file. Build again, then check.");
        }

        var compiled = documents.Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, tree) in analysed.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (HasType(tree) && !compiled.Contains(path) && !documents.Any(document => Generated(analysed, document.Path) == tree))
                Add(shown.GetValueOrDefault(tree.FilePath, name), $"'{name}' was compiled without this file. Build again, then check.");
        }

        return (findings.Count == 0 ? PdbMatch.Same : PdbMatch.Differs, findings);
    }

    private static IReadOnlyList<(string Path, Guid Algorithm, byte[] Hash)>? Documents(string assembly)
    {
        using var file = new PEReader(new MemoryStream(File.ReadAllBytes(assembly)));
        MetadataReaderProvider? provider = null;
        try
        {
            if (!file.TryOpenAssociatedPortablePdb(assembly, path => File.Exists(path) ? new MemoryStream(File.ReadAllBytes(path)) : null, out provider, out _) || provider is null) return null;
            using (provider)
            {
                var reader = provider.GetMetadataReader();
                return [.. reader.Documents.Select(reader.GetDocument).Select(document =>
                    (reader.GetString(document.Name), reader.GetGuid(document.HashAlgorithm), reader.GetBlobBytes(document.Hash)))];
            }
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    // A generator's source has the path that the compiler made up below the build's folder.
    private static SyntaxTree? Generated(Dictionary<string, SyntaxTree> analysed, string path) =>
        analysed.Where(pair => !Path.IsPathRooted(pair.Key) && path.EndsWith("/" + pair.Key, StringComparison.Ordinal)).Select(pair => pair.Value).FirstOrDefault();

    private static bool IsText(SyntaxTree tree, Guid algorithm, byte[] hash)
    {
        var text = tree.GetText();
        if (algorithm == s_sha256 && text.ChecksumAlgorithm == Microsoft.CodeAnalysis.Text.SourceHashAlgorithm.Sha256) return text.GetChecksum().AsSpan().SequenceEqual(hash);
        var bytes = (text.Encoding ?? System.Text.Encoding.UTF8).GetBytes(text.ToString());
        var preamble = (text.Encoding ?? System.Text.Encoding.UTF8).GetPreamble();
        Func<byte[], byte[]> digest = algorithm == s_sha256 ? System.Security.Cryptography.SHA256.HashData : _ => [];
        return digest(bytes).AsSpan().SequenceEqual(hash) || digest([.. preamble, .. bytes]).AsSpan().SequenceEqual(hash);
    }

    private static bool HasType(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(node => node is not MemberDeclarationSyntax || node is BaseNamespaceDeclarationSyntax)
            .Any(node => node is BaseTypeDeclarationSyntax or GlobalStatementSyntax);

    private static string Mapped(string path, IReadOnlyList<KeyValuePair<string, string>> map)
    {
        foreach (var (from, to) in map.OrderByDescending(pair => pair.Key.Length))
        {
            if (path.StartsWith(from, StringComparison.Ordinal)) return to + path[from.Length..].Replace('\\', '/');
        }

        return path;
    }
}
