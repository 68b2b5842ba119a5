using System;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.DynamicCode;

/// <summary>CFY1806: members without C# body stand in declared boundary types and pass plain numbers and references to them.</summary>
// @llr CFY-LLR-227
public sealed class NativeCallRule() : CertifyRule(
    RuleIds.NativeCall,
    "'{0}' {1}. {2}.",
    "Code of another language is outside every proof about the program, so the places where it is entered are few and listed.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(c => Check((IMethodSymbol)c.Symbol, c.ReportDiagnostic, scope), SymbolKind.Method);
        context.RegisterSyntaxNodeAction(c => CheckLocal(c, scope), SyntaxKind.LocalFunctionStatement);
    }

    private static void CheckLocal(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) is not IMethodSymbol method) return;
        Check(method, context.ReportDiagnostic, scope);
    }

    private static void Check(IMethodSymbol method, Action<Diagnostic> sink, RuleScope scope)
    {
        var imported = method.HasAttribute("System.Runtime.InteropServices.LibraryImportAttribute");
        if (!method.IsExtern && !imported) return;
        if (method.IsImplicitlyDeclared || method.Locations.IsEmpty || method.Locations[0].SourceTree is not { } tree) return;
        var isCore = scope.ProfileOf(tree) == Profile.Core;

        // The compiler itself writes the bodies of intrinsics.
        if (isCore && method.HasAttribute("System.Runtime.CompilerServices.IntrinsicAttribute")) return;
        if (!SymbolNames.IsBoundary(method.ContainingType))
        {
            Report(sink, scope, method, "has no C# body and stands outside the boundary", "Move it to a type with '[Boundary(\"reason\")]' or '[HardwareType(\"reason\")]'");
        }
        else if (Unfit(method, imported, isCore) is { } unfit)
        {
            Report(sink, scope, method, $"passes '{unfit.Shown()}', which has no fixed form outside C#", "Pass numbers, structs of numbers, or references to them");
        }
    }

    private static void Report(Action<Diagnostic> sink, RuleScope scope, IMethodSymbol method, string what, string remedy) =>
        scope.Report(sink, method.Locations[0], method.Name, what, remedy);

    // Signatures that ILC asks for are not the core library's to choose.
    private static ITypeSymbol? Unfit(IMethodSymbol method, bool imported, bool isCore)
    {
        if (isCore) return null;
        var marshals = imported || method.GetDllImportData() is not null;
        foreach (var parameter in method.Parameters)
        {
            if (!IsPlain(parameter.Type, marshals)) return parameter.Type;
        }

        return method.ReturnsVoid || IsPlain(method.ReturnType, marshals) ? null : method.ReturnType;
    }

    // Marshalling gives bool four bytes and char one, so neither is plain where it takes place.
    private static bool IsPlain(ITypeSymbol type, bool marshals) => type switch
    {
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Char } => !marshals,
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Enum } => true,
        { SpecialType: SpecialType.System_Decimal or SpecialType.System_DateTime } => false,
        INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false, IsRefLikeType: false } value =>
            value.SpecialType != SpecialType.None || value.GetMembers().OfType<IFieldSymbol>().All(field => field.IsStatic || IsPlain(field.Type, marshals)),
        _ => false,
    };
}
