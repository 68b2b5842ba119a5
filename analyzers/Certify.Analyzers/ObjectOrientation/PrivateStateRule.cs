using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>
/// CFY1411: what a type remembers stands in private fields that one file declares, and only its own methods work on it.
/// A struct of fields alone that holds no references is a message, not state, and may have public fields.
/// </summary>
// @llr CFY-LLR-149
public sealed class PrivateStateRule() : CertifyRule(
    RuleIds.PrivateState,
    "'{0}' {1}. {2}.",
    "State that other code can change, or that no field shows, escapes review and data coupling analysis.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(c => CheckField(c, scope), SymbolKind.Field);
        context.RegisterSymbolAction(c => CheckType(c, scope), SymbolKind.NamedType);
        context.RegisterSymbolAction(c => CheckExtension(c, scope), SymbolKind.Method);
        context.RegisterOperationAction(c => CheckCapture(c, scope), OperationKind.ParameterReference);
        context.RegisterOperationAction(c => CheckLocalFunction(c, scope), OperationKind.LocalFunction);
        context.RegisterSyntaxNodeAction(
            c => CheckAccessor(c, scope), SyntaxKind.GetAccessorDeclaration, SyntaxKind.SetAccessorDeclaration, SyntaxKind.InitAccessorDeclaration);
        context.RegisterSyntaxNodeAction(c => CheckProperty(c, scope), SyntaxKind.PropertyDeclaration);
    }

    private static void CheckField(SymbolAnalysisContext context, RuleScope scope)
    {
        var field = (IFieldSymbol)context.Symbol;
        if (field.IsConst || field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private) return;
        if (field.ContainingType.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface)) return;
        if (!field.IsStatic && PlainData.Is(field.ContainingType)) return;
        if (Hierarchies.Place(field) is not { } place) return;
        scope.Report(
            context.ReportDiagnostic, place, field.Shown(), "can be changed from outside its type",
            "Make it private, or move the fields into a struct without methods");
    }

    private static void CheckType(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var files = type.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath).Distinct().ToList();
        if (files.Count < 2) return;
        foreach (var place in type.Locations.Where(place => place.IsInSource))
        {
            scope.Report(context.ReportDiagnostic, place, type.Shown(), $"is spread over {files.Count} files", "Declare it in one");
        }
    }

    private static void CheckExtension(SymbolAnalysisContext context, RuleScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        var receiver = method.IsExtensionMethod
            ? method.Parameters.FirstOrDefault()?.Type
            : method.ContainingType is { IsExtension: true } block ? block.ExtensionParameter?.Type : null;
        if (receiver is null || Hierarchies.Place(method) is not { SourceTree: { } tree } place || IsOwn(receiver, tree, scope)) return;
        scope.Report(
            context.ReportDiagnostic, place, method.Shown(), $"looks like a member of '{receiver.Shown()}', which is declared elsewhere",
            "Make it an ordinary static method");
    }

    // The runtime is part of an application's compilation, but no part of the application.
    private static bool IsOwn(ITypeSymbol type, SyntaxTree tree, RuleScope scope) =>
        type.OriginalDefinition.DeclaringSyntaxReferences.Any(reference => scope.ProfileOf(reference.SyntaxTree) == scope.ProfileOf(tree))
        && type is INamedTypeSymbol;

    private static void CheckCapture(OperationAnalysisContext context, RuleScope scope)
    {
        var parameter = ((IParameterReferenceOperation)context.Operation).Parameter;
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor) return;
        if (constructor.ContainingType.IsRecord || SymbolEqualityComparer.Default.Equals(context.ContainingSymbol, constructor)) return;
        if (context.ContainingSymbol is not IMethodSymbol || context.Operation.IsInNameOf()) return;
        context.Report(scope, parameter.Name, "is a parameter that the compiler keeps in a hidden field", "Declare the field, and set it from the parameter");
    }

    private static void CheckLocalFunction(OperationAnalysisContext context, RuleScope scope)
    {
        var function = (ILocalFunctionOperation)context.Operation;
        if (function.Symbol.IsStatic || function.Syntax is not LocalFunctionStatementSyntax syntax) return;
        if (!function.Descendants().Any(inner => IsCapture(inner, syntax))) return;
        scope.Report(
            context.ReportDiagnostic, syntax.Identifier.GetLocation(), function.Symbol.Name, "works on variables of the method around it",
            "Make it static and pass them as arguments");
    }

    private static bool IsCapture(IOperation operation, LocalFunctionStatementSyntax function)
    {
        ISymbol? used = operation switch
        {
            ILocalReferenceOperation { Local.IsConst: false } local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }) return true;
        return used is not null && !used.DeclaringSyntaxReferences.Any(reference => function.Span.Contains(reference.Span));
    }

    private static void CheckProperty(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (context.Node is not PropertyDeclarationSyntax { ExpressionBody: { } body } property || !PropertyLogic.InGetter(body.Expression)) return;
        ReportLogic(context, scope, property.Identifier);
    }

    private static void CheckAccessor(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (context.Node is not AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor) return;
        var hasLogic = accessor.IsKind(SyntaxKind.GetAccessorDeclaration) ? PropertyLogic.InGetter(accessor) : PropertyLogic.InSetter(accessor);
        if (hasLogic) ReportLogic(context, scope, accessor.Keyword, property.Identifier.ValueText);
    }

    private static void ReportLogic(SyntaxNodeAnalysisContext context, RuleScope scope, SyntaxToken place, string? name = null) =>
        scope.Report(
            context.ReportDiagnostic, place.GetLocation(), name ?? place.ValueText, "looks like a variable but has logic", "Make it a method");
}
