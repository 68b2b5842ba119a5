using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>A type in a declaration: of a variable, or what a method returns.</summary>
internal readonly struct DeclaredType(ISymbol symbol, ITypeSymbol type)
{
    /// <summary>The field, property, parameter or local of this type, or the method that returns it.</summary>
    public ISymbol Symbol { get; } = symbol;

    /// <summary>The type itself; for an array also <see cref="IArrayTypeSymbol"/>.</summary>
    public ITypeSymbol Type { get; } = type;

    /// <summary>The declared name.</summary>
    public Location Place => Symbol.Locations[0];
}

/// <summary>Visits every type that a declaration of the program states or infers, each once.</summary>
internal static class DeclaredTypes
{
    /// <summary>Calls the check for each field, property, parameter, local and returning method in source.</summary>
    public static void Register(CompilationStartAnalysisContext context, Action<DeclaredType, Action<Diagnostic>> check)
    {
        context.RegisterSymbolAction(
            c => Visit(c.Symbol, c.ReportDiagnostic, check),
            SymbolKind.Field, SymbolKind.Property, SymbolKind.Parameter, SymbolKind.Method);
        context.RegisterOperationAction(
            c => VisitLocal(c, check),
            OperationKind.VariableDeclarator, OperationKind.DeclarationExpression, OperationKind.DeclarationPattern,
            OperationKind.RecursivePattern, OperationKind.ListPattern, OperationKind.LocalFunction, OperationKind.AnonymousFunction);
    }

    private static void VisitLocal(OperationAnalysisContext context, Action<DeclaredType, Action<Diagnostic>> check)
    {
        switch (context.Operation)
        {
            case IVariableDeclaratorOperation declarator:
                Visit(declarator.Symbol, context.ReportDiagnostic, check);
                break;
            case IDeclarationExpressionOperation expression:
                foreach (var local in expression.Descendants().OfType<ILocalReferenceOperation>().Where(local => local.IsDeclaration))
                {
                    Visit(local.Local, context.ReportDiagnostic, check);
                }

                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                Visit(symbol, context.ReportDiagnostic, check);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                Visit(symbol, context.ReportDiagnostic, check);
                break;
            case IListPatternOperation { DeclaredSymbol: { } symbol }:
                Visit(symbol, context.ReportDiagnostic, check);
                break;
            case ILocalFunctionOperation function:
                VisitFunction(function.Symbol, context.ReportDiagnostic, check);
                break;
            case IAnonymousFunctionOperation function:
                VisitFunction(function.Symbol, context.ReportDiagnostic, check);
                break;
        }
    }

    private static void VisitFunction(IMethodSymbol function, Action<Diagnostic> sink, Action<DeclaredType, Action<Diagnostic>> check)
    {
        Visit(function, sink, check);
        foreach (var parameter in function.Parameters) Visit(parameter, sink, check);
    }

    private static void Visit(ISymbol symbol, Action<Diagnostic> sink, Action<DeclaredType, Action<Diagnostic>> check)
    {
        if (symbol.IsImplicitlyDeclared || symbol.Locations.IsEmpty || !symbol.Locations[0].IsInSource) return;
        var type = symbol switch
        {
            IFieldSymbol field => field.ContainingType.TypeKind == TypeKind.Enum ? null : field.Type,
            IPropertySymbol property => property.Type,
            IParameterSymbol parameter => IsOfProperty(parameter) ? null : parameter.Type,
            ILocalSymbol local => local.Type,
            IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove } => null,
            IMethodSymbol { ReturnsVoid: false } method => method.ReturnType,
            _ => null,
        };
        if (type is not null and not IErrorTypeSymbol) check(new DeclaredType(symbol, type), sink);
    }

    // An indexer's parameters are also parameters of its accessors.
    private static bool IsOfProperty(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol };
}
