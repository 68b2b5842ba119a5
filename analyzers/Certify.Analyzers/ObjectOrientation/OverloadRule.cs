using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>
/// CFY1408: no call can change its target because an argument's type changes by a conversion: overloads of one length
/// differ in a type that does not convert; no default values and no reordered arguments.
/// </summary>
// @llr CFY-LLR-146
public sealed class OverloadRule() : CertifyRule(
    RuleIds.Overload,
    "'{0}' {1}. {2}.",
    "A call that quietly goes to another overload, or with a value the caller never sees, runs untested code.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(c => CheckType(c, scope), SymbolKind.NamedType);
        context.RegisterSymbolAction(c => CheckOptional(c, scope), SymbolKind.Method, SymbolKind.Property);
        context.RegisterSyntaxNodeAction(c => CheckOrder(c, scope), SyntaxKind.NameColon);
    }

    private static void CheckType(SymbolAnalysisContext context, RuleScope scope)
    {
        var compilation = (CSharpCompilation)context.Compilation;
        var type = (INamedTypeSymbol)context.Symbol;
        var groups = type.GetMembers().Where(member => Hierarchies.Place(member) is not null)
            .Where(member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } or IPropertySymbol { IsIndexer: true })
            .GroupBy(member => member.Name);
        foreach (var group in groups)
        {
            var members = group.ToList();
            for (var i = 1; i < members.Count; i++)
            {
                var twin = members.Take(i).FirstOrDefault(other => CanBeMistaken(other, members[i], compilation));
                if (twin is null || members[i].Locations[0].SourceTree is not { } tree || !scope.Covers(tree)) continue;
                scope.Report(
                    context.ReportDiagnostic, members[i].Locations[0], members[i].Shown(), $"can be mistaken for '{twin.Shown()}'",
                    "Give them different names");
            }
        }
    }

    private static bool CanBeMistaken(ISymbol first, ISymbol second, CSharpCompilation compilation)
    {
        var one = Parameters(first);
        var other = Parameters(second);
        if (one.Any(p => p.IsParams) || other.Any(p => p.IsParams)) return true;
        if (one.Count != other.Count || one.Count == 0) return false;
        return one.Zip(other, (a, b) => IsClose(a, b, compilation)).All(close => close);
    }

    // What a reader of a call cannot tell apart; out and ref are written at the call.
    private static bool IsClose(IParameterSymbol a, IParameterSymbol b, CSharpCompilation compilation)
    {
        if (IsWritten(a) != IsWritten(b)) return false;
        if (a.Type is ITypeParameterSymbol || b.Type is ITypeParameterSymbol) return true;
        return Converts(a.Type, b.Type, compilation) || Converts(b.Type, a.Type, compilation);
    }

    private static bool IsWritten(IParameterSymbol parameter) => parameter.RefKind is RefKind.Ref or RefKind.Out;

    private static bool Converts(ITypeSymbol from, ITypeSymbol to, CSharpCompilation compilation) =>
        compilation.ClassifyConversion(from, to) is { Exists: true, IsImplicit: true };

    private static void CheckOptional(SymbolAnalysisContext context, RuleScope scope)
    {
        if (context.Symbol.DeclaredAccessibility == Accessibility.Private || context.Symbol is IMethodSymbol { AssociatedSymbol: not null }) return;
        foreach (var parameter in Parameters(context.Symbol).Where(parameter => parameter.IsOptional))
        {
            if (Hierarchies.Place(parameter) is not { } place) continue;
            scope.Report(context.ReportDiagnostic, place, parameter.Name, "is optional", "Let every caller state the value, or give the short form a name of its own");
        }
    }

    private static void CheckOrder(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (context.Node.Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } list } argument) return;
        var target = context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol;
        var index = list.Arguments.IndexOf(argument);
        var name = ((NameColonSyntax)context.Node).Name.Identifier.ValueText;
        if (target is null || Parameters(target).FirstOrDefault(p => p.Name == name) is not { } parameter || parameter.Ordinal == index) return;
        scope.Report(context.ReportDiagnostic, argument.GetLocation(), name, "stands out of the order of the parameters", "Write the arguments in their order");
    }

    private static IReadOnlyList<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };
}
