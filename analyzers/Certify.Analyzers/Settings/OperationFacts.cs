using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Settings;

/// <summary>Questions that several rules ask about an operation.</summary>
internal static class OperationFacts
{
    /// <summary>True inside an attribute's arguments: those are metadata and never run.</summary>
    public static bool IsInAttribute(this IOperation operation) =>
        operation.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is not null;

    /// <summary>True inside <c>nameof(…)</c>, which never runs.</summary>
    public static bool IsInNameOf(this IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is INameOfOperation) return true;
        }

        return false;
    }

    /// <summary>The local function or lambda around the operation, else the member whose code it is.</summary>
    public static ISymbol EnclosingFunction(this OperationAnalysisContext context)
    {
        for (var parent = context.Operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILocalFunctionOperation local) return local.Symbol;
        }

        return context.ContainingSymbol;
    }

    /// <summary>The operation below conversions that the compiler added.</summary>
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion) operation = conversion.Operand;
        return operation;
    }


    /// <summary>True for a value type, and for a type parameter that a value type can take the place of.</summary>
    public static bool MayBeValue(this ITypeSymbol? type) => type switch
    {
        null => false,
        ITypeParameterSymbol parameter => !parameter.IsReferenceType,
        _ => type.IsValueType,
    };

    /// <summary>A type or member as C# writes it, without namespaces.</summary>
    public static string Shown(this ISymbol? symbol) =>
        symbol?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? "?";

    /// <summary>Reports a finding at the operation.</summary>
    public static void Report(
        this OperationAnalysisContext context, RuleScope scope, params object[] arguments) =>
        scope.Report(context.ReportDiagnostic, context.Operation.Syntax.GetLocation(), arguments);
}
