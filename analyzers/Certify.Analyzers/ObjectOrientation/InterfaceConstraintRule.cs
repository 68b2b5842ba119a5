using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>CFY1409: an interface bounds type parameters; nothing is declared to be of its type and nothing becomes it.</summary>
// @llr CFY-LLR-147
public sealed class InterfaceConstraintRule() : CertifyRule(
    RuleIds.InterfaceConstraint,
    "'{0}' is used as the interface type '{1}'. Use a type parameter with the interface as its constraint.",
    "A variable of interface type boxes structs and hides which method runs.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxNodeAction(
            c => CheckDeclaration(c, scope),
            SyntaxKind.VariableDeclarator, SyntaxKind.SingleVariableDesignation, SyntaxKind.ForEachStatement, SyntaxKind.Parameter,
            SyntaxKind.MethodDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.IndexerDeclaration, SyntaxKind.OperatorDeclaration,
            SyntaxKind.ConversionOperatorDeclaration, SyntaxKind.LocalFunctionStatement, SyntaxKind.DelegateDeclaration);
        context.RegisterOperationAction(c => CheckConversion(c, scope), OperationKind.Conversion);
    }

    private static void CheckDeclaration(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (!scope.Covers(context.Node.SyntaxTree)) return;
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) is not { } symbol) return;
        if (TypeOf(symbol) is not { } type || Interface(type) is not { } found) return;
        var place = symbol.Locations.FirstOrDefault(location => location.SourceTree == context.Node.SyntaxTree) ?? context.Node.GetLocation();
        scope.Report(context.ReportDiagnostic, place, symbol.Name, found.Shown());
    }

    // A declaration is reported where it stands; here are the casts, and arguments of members declared elsewhere.
    private static void CheckConversion(OperationAnalysisContext context, RuleScope scope)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion.Type is not { TypeKind: TypeKind.Interface } target || conversion.Operand.Type is null) return;
        if (conversion.IsImplicit && conversion.Parent is not IArgumentOperation { Parameter.DeclaringSyntaxReferences.IsEmpty: true }) return;
        if (conversion.IsInAttribute()) return;
        context.Report(scope, conversion.Operand.Syntax.ToString(), target.Shown());
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType,
        IEventSymbol => null,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.ReturnType,
        _ => null,
    };

    // The interface that a value of the type is or holds.
    private static ITypeSymbol? Interface(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => type,
        IArrayTypeSymbol array => Interface(array.ElementType),
        IPointerTypeSymbol pointer => Interface(pointer.PointedAtType),
        INamedTypeSymbol { IsGenericType: true } generic => generic.TypeArguments.Select(Interface).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
