using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Documentation;

/// <summary>
/// CFY2007: names are of ASCII letters, follow the case of their kind and differ from each other in more than look-alike
/// characters; a public type has a file of its name to itself.
/// </summary>
// @llr CFY-LLR-231
public sealed class NamingRule() : CertifyRule(
    RuleIds.Naming,
    "'{0}' {1}. {2}.",
    "Names that a reader confuses or cannot find cost every review.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(
            c => CheckName(c, scope),
            SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property, SymbolKind.Field, SymbolKind.Event, SymbolKind.Parameter);
        context.RegisterSymbolAction(c => CheckLookAlikes(c, scope), SymbolKind.NamedType);
        context.RegisterSyntaxTreeAction(c => CheckFile(c, scope));
    }

    private static void CheckName(SymbolAnalysisContext context, RuleScope scope)
    {
        var symbol = context.Symbol;
        if (symbol.IsImplicitlyDeclared || symbol.Locations.IsEmpty || symbol.Name.Length == 0 || !symbol.CanBeReferencedByName) return;
        if (symbol.Name.Any(letter => letter > 127))
        {
            Report(context, scope, symbol, "has letters outside ASCII", "Use the letters a to z");
        }
        else if (Pattern(symbol) is { } pattern)
        {
            Report(context, scope, symbol, "is written in an unusual case", $"Write {pattern}");
        }
    }

    // Null when the name has the form that its kind asks for, else a description of that form.
    private static string? Pattern(ISymbol symbol)
    {
        var name = symbol.Name;
        switch (symbol)
        {
            case INamedTypeSymbol { TypeKind: TypeKind.Interface }:
                return name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) && IsPlain(name) ? null : "'I' and words that begin with a capital";
            case IMethodSymbol { IsExtern: true } or IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.LocalFunction) }:
                return null;
            case IParameterSymbol parameter:
                var isPrimary = parameter.ContainingType is { IsRecord: true } && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor };
                return isPrimary || !char.IsUpper(name[0]) ? null : "words of which the first begins small";
            case IFieldSymbol { IsConst: false, DeclaredAccessibility: Accessibility.Private, IsStatic: true, IsReadOnly: true } when char.IsUpper(name[0]):
                return IsPlain(name) ? null : "'s_' and words of which the first begins small";
            case IFieldSymbol { IsConst: false, DeclaredAccessibility: Accessibility.Private, IsStatic: true }:
                return name.StartsWith("s_", StringComparison.Ordinal) && IsPlain(name.Substring(2)) ? null : "'s_' and words of which the first begins small";
            case IFieldSymbol { IsConst: false, DeclaredAccessibility: Accessibility.Private }:
                return name[0] == '_' && IsPlain(name.Substring(1)) ? null : "'_' and words of which the first begins small";
            default:
                return char.IsUpper(name[0]) && IsPlain(name) ? null : "words that begin with a capital";
        }
    }

    private static bool IsPlain(string name) => name.Length > 0 && name.IndexOf('_') < 0;

    private static void CheckLookAlikes(SymbolAnalysisContext context, RuleScope scope)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in ((INamedTypeSymbol)context.Symbol).GetMembers().Where(member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName))
        {
            var shape = Shape(member.Name);
            if (!seen.TryGetValue(shape, out var first)) seen.Add(shape, member.Name);
            else if (first != member.Name) Report(context, scope, member, $"looks like '{first}'", "Choose a name that differs in a word");
        }
    }

    private static string Shape(string name)
    {
        var shape = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            shape.Append(letter switch { 'l' or 'I' or 'i' or 'L' or '1' => '1', 'O' or 'o' or '0' => '0', _ => char.ToLowerInvariant(letter) });
        }

        return shape.ToString();
    }

    private static void CheckFile(SyntaxTreeAnalysisContext context, RuleScope scope)
    {
        if (!scope.Covers(context.Tree)) return;
        var types = context.Tree.GetRoot(context.CancellationToken)
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>().Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).ToList();
        if (types.Count == 0) return;
        var name = types[0].Identifier.ValueText;
        var file = Path.GetFileName(context.Tree.FilePath.Replace('\\', '/')).Split('.')[0];
        if (file != name)
        {
            scope.Report(context.ReportDiagnostic, types[0].Identifier.GetLocation(), name, "stands in a file of another name", $"Name the file '{name}.cs'");
        }

        foreach (var further in types.Skip(1).Where(type => type.Identifier.ValueText != name))
        {
            scope.Report(context.ReportDiagnostic, further.Identifier.GetLocation(), further.Identifier.ValueText,
                $"shares its file with '{name}'", "Give each public type a file");
        }
    }

    private static void Report(SymbolAnalysisContext context, RuleScope scope, ISymbol symbol, string what, string remedy) =>
        scope.Report(context.ReportDiagnostic, symbol.Locations[0], symbol.Name, what, remedy);
}
