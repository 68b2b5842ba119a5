using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1210: no decimal, Half, 128-bit, big or vector numbers; native integers in hardware types only; no Math function off the list.</summary>
// @llr CFY-LLR-171
public sealed class NumericTypeRule() : CertifyRule(
    RuleIds.NumericType,
    "'{0}' has no fixed meaning on the target: {1}. Use an integer of 8 to 64 bits, float or double, and the functions Abs, Min, Max, Clamp, Sign, Sqrt, Floor, Ceiling and Truncate.",
    "Such numbers depend on the platform, or are software whose results nobody has verified.")
{
    private static readonly ImmutableHashSet<string> s_functions =
        ["Abs", "Min", "Max", "Clamp", "Sign", "Sqrt", "Floor", "Ceiling", "Truncate", "DivRem", "BigMul"];

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxNodeAction(c => CheckName(c, scope), SyntaxKind.PredefinedType, SyntaxKind.IdentifierName, SyntaxKind.GenericName);
        context.RegisterSyntaxNodeAction(c => CheckLiteral(c, scope), SyntaxKind.NumericLiteralExpression);
        context.RegisterOperationAction(c => CheckCall(c, scope), OperationKind.Invocation);
    }

    private static void CheckName(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (!scope.Covers(context.Node.SyntaxTree) || !CanName(context.Node)) return;
        if (context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is not INamedTypeSymbol type) return;
        if (Why(type) is not { } why) return;
        if (type.IsNativeIntegerType || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr)
        {
            // Fields of the core library's own types lie where the native compiler wants them.
            if (IsBoundary(context.ContainingSymbol)) return;
            if (context.ContainingSymbol is IFieldSymbol && scope.ProfileOf(context.Node.SyntaxTree) == Profile.Core) return;
        }

        scope.Report(context.ReportDiagnostic, context.Node.GetLocation(), context.Node.ToString(), why);
    }

    private static void CheckLiteral(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var token = ((LiteralExpressionSyntax)context.Node).Token;
        if (token.Value is not decimal || !scope.Covers(context.Node.SyntaxTree)) return;
        scope.Report(context.ReportDiagnostic, token.GetLocation(), token.Text, "decimal arithmetic is software");
    }

    private static void CheckCall(OperationAnalysisContext context, RuleScope scope)
    {
        var method = ((IInvocationOperation)context.Operation).TargetMethod;
        if (method.ContainingType is not { Name: "Math" or "MathF" } type || !LibraryTables.IsSystem(type)) return;
        if (method.DeclaredAccessibility != Accessibility.Public || s_functions.Contains(method.Name)) return;
        context.Report(scope, method.Name, "its last bits differ from library to library");
    }

    // Saves the question for names that can mean none of the types.
    private static bool CanName(SyntaxNode node) => node switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.IsKind(SyntaxKind.DecimalKeyword),
        SimpleNameSyntax name => name.Identifier.ValueText is
            "nint" or "nuint" or "IntPtr" or "UIntPtr" or "Decimal" or "Half" or "Int128" or "UInt128" or "BigInteger" or "Complex"
            or "Vector" or "Vector2" or "Vector3" or "Vector4" or "Vector64" or "Vector128" or "Vector256" or "Vector512" or "NFloat",
        _ => false,
    };

    private static string? Why(INamedTypeSymbol type)
    {
        if (type.IsNativeIntegerType || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr) return "its width is that of the machine";
        if (type.SpecialType == SpecialType.System_Decimal) return "decimal arithmetic is software";
        if (!LibraryTables.IsSystem(type)) return null;
        return type.Name switch
        {
            "Half" or "NFloat" => "its arithmetic is rounded differently from machine to machine",
            "Int128" or "UInt128" or "BigInteger" or "Complex" => "its arithmetic is software",
            _ when type.Name.StartsWith("Vector", System.StringComparison.Ordinal) => "its size or its operations depend on the machine",
            _ => null,
        };
    }

    // Hardware types, members bound to assembler or the compiler, and the declaration of the type itself.
    private static bool IsBoundary(ISymbol? symbol)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            if (at is IMethodSymbol { IsExtern: true }) return true;
            if (at is not INamedTypeSymbol type) continue;
            if (Annotations.IsHardware(type) || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr) return true;
        }

        return false;
    }
}
