using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Analyzers.Settings.Deviations;

/// <summary>What text of a program a record covers: found by names in the source alone, so that it needs no symbols.</summary>
// @llr CFY-LLR-251
public static class DeviationScope
{
    /// <summary>True when the place lies in the record's file and, if it names one, in its member or type.</summary>
    public static bool Covers(Deviation deviation, Location place)
    {
        if (place.SourceTree is not { } tree || !IsFile(deviation, tree)) return false;
        if (deviation.Member.Length == 0) return true;
        var node = tree.GetRoot().FindNode(place.SourceSpan, findInsideTrivia: false, getInnermostNodeForTie: true);
        return node.AncestorsAndSelf().Any(ancestor => NamesOf(ancestor).Contains(deviation.Member));
    }

    /// <summary>True when the record names this file.</summary>
    public static bool IsFile(Deviation deviation, SyntaxTree tree) =>
        string.Equals(tree.FilePath.Replace('\\', '/'), deviation.Path, StringComparison.Ordinal);

    /// <summary>
    /// SHA-256 of the text covered: of the file, or of every declaration with the member's name in it, without the
    /// comments before them; line ends count as one character. Null when nothing there has the name.
    /// </summary>
    public static string? Fingerprint(Deviation deviation, SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        string text;
        if (deviation.Member.Length == 0)
        {
            text = root.ToFullString();
        }
        else
        {
            var found = root.DescendantNodes().Where(node => NamesOf(node).Contains(deviation.Member)).Select(node => node.ToString()).ToList();
            if (found.Count == 0) return null;
            text = string.Join("\n", found);
        }

        using var sha = SHA256.Create();
        var digest = sha.ComputeHash(Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n")));
        return string.Concat(digest.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> NamesOf(SyntaxNode node)
    {
        IEnumerable<string> own = node switch
        {
            BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
            DelegateDeclarationSyntax type => [type.Identifier.ValueText],
            MethodDeclarationSyntax method => [method.Identifier.ValueText],
            ConstructorDeclarationSyntax constructor => [constructor.Identifier.ValueText],
            PropertyDeclarationSyntax property => [property.Identifier.ValueText],
            IndexerDeclarationSyntax => ["this"],
            EventDeclarationSyntax declared => [declared.Identifier.ValueText],
            OperatorDeclarationSyntax declared => ["operator " + declared.OperatorToken.ValueText],
            ConversionOperatorDeclarationSyntax declared => ["operator " + declared.Type],
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
            EnumMemberDeclarationSyntax member => [member.Identifier.ValueText],
            _ => [],
        };
        var names = own.ToList();
        if (names.Count == 0) return names;
        var prefix = string.Concat(node.Ancestors().Reverse().Select(Prefix));
        return names.Select(name => prefix + name);
    }

    private static string Prefix(SyntaxNode ancestor) => ancestor switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name + ".",
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText.Length == 0 ? "" : type.Identifier.ValueText + ".",
        _ => "",
    };
}
