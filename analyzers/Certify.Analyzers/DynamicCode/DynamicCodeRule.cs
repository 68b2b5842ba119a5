using System;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.DynamicCode;

/// <summary>CFY1801: no code that is bound, made or loaded while the program runs.</summary>
// @llr CFY-LLR-223
public sealed class DynamicCodeRule() : CertifyRule(
    RuleIds.DynamicCode,
    "{0}, so what runs is not what was reviewed and compiled. Write the code out and let the compiler bind it.",
    "Object code has to trace to source code, and code that comes into being at run time has no source.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(
            c => CheckBinding(c, scope),
            OperationKind.DynamicInvocation, OperationKind.DynamicMemberReference, OperationKind.DynamicIndexerAccess,
            OperationKind.DynamicObjectCreation);
        context.RegisterSyntaxNodeAction(c => CheckName(c, scope), SyntaxKind.IdentifierName);
        context.RegisterOperationAction(c => CheckConversion(c, scope), OperationKind.Conversion);
        context.RegisterOperationAction(c => CheckMember(c, scope), UsedMember.Kinds);
    }

    private static void CheckBinding(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is IDynamicMemberReferenceOperation { Parent: IDynamicInvocationOperation }) return;
        context.Report(scope, "This is bound by name at run time");
    }

    // The type "dynamic" is a word and no symbol with a declaration, so it is looked for where it is written.
    private static void CheckName(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (context.Node.ToString() != "dynamic" || !scope.Covers(context.Node.SyntaxTree)) return;
        if (context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is not IDynamicTypeSymbol) return;
        scope.Report(context.ReportDiagnostic, context.Node.GetLocation(), "'dynamic' leaves the choice of the member to run time");
    }

    private static void CheckConversion(OperationAnalysisContext context, RuleScope scope)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion.Operand is not IAnonymousFunctionOperation || !conversion.Type.IsNamed("System.Linq.Expressions.Expression")) return;
        context.Report(scope, "A lambda that becomes an expression tree is data for code made at run time");
    }

    private static void CheckMember(OperationAnalysisContext context, RuleScope scope)
    {
        if (UsedMember.Of(context.Operation) is not { ContainingType: { } type } member) return;
        if (Reason(member, type, context.Operation) is { } reason) context.Report(scope, reason);
    }

    private static string? Reason(ISymbol member, INamedTypeSymbol type, IOperation operation)
    {
        var name = $"'{type.Name}.{member.Name}'";
        var isValue = type.TypeKind == TypeKind.Enum;
        if (type.IsWithin("System.Reflection.Emit") && !isValue && type.Name is not ("OpCode" or "OpCodes")) return $"{name} makes code at run time";
        if (type.IsWithin("System.Linq.Expressions") && !isValue && !IsRead(member)) return $"{name} builds an expression tree, which is code as data";
        if (type.IsNamed("System.Runtime.InteropServices.NativeLibrary")) return $"{name} binds native code at run time";
        if (type.IsNamed("System.Runtime.CompilerServices.CallSite") || type.IsWithin("Microsoft.CSharp.RuntimeBinder")) return $"{name} binds by name at run time";
        if (type.IsNamed("System.Reflection.MethodInfo") && member.Name == "CreateDelegate") return $"{name} binds by name at run time";
        if (Loads(member.Name, type)) return $"{name} loads code that was not part of the build";
        return Compiles(member, type, operation) ? $"{name} makes code at run time" : null;
    }

    // Whoever reads a tree was given one; where it was made is reported.
    private static bool IsRead(ISymbol member) => member is IPropertySymbol { IsStatic: false };

    private static bool Loads(string name, INamedTypeSymbol type) =>
        (name.StartsWith("Load", StringComparison.Ordinal) || name.StartsWith("UnsafeLoad", StringComparison.Ordinal))
            && (type.IsNamed("System.Reflection.Assembly") || type.IsNamed("System.AppDomain")
                || (type.IsNamed("System.Runtime.Loader.AssemblyLoadContext") && name != "LoadContext"))
        || (name.StartsWith("ExecuteAssembly", StringComparison.Ordinal) && type.IsNamed("System.AppDomain"));

    private static bool Compiles(ISymbol member, INamedTypeSymbol type, IOperation operation) =>
        (type.IsNamed("System.Text.RegularExpressions.RegexOptions") && member.Name == "Compiled")
        || (operation is IObjectCreationOperation
            && (type.Derives("System.Xml.Serialization.XmlSerializer") || type.IsNamed("System.Xml.Xsl.XslCompiledTransform")))
        || type.IsNamed("System.Runtime.Serialization.Formatters.Binary.BinaryFormatter");
}
