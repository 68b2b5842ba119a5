using System;
using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.DynamicCode;

/// <summary>CFY1802: no type objects, no reflection, no names of types, members or enum values at run time.</summary>
// @llr CFY-LLR-224
public sealed class ReflectionRule() : CertifyRule(
    RuleIds.Reflection,
    "'{0}' needs metadata, and the image has none. Decide at compile time: by a type parameter, a switch over an enum, or 'nameof'.",
    "Metadata is not in the image, and a name in it must not become behaviour.")
{
    private static readonly ImmutableHashSet<string> s_types = ImmutableHashSet.Create(
        StringComparer.Ordinal, "System.Type", "System.Activator", "System.AppDomain", "System.RuntimeTypeHandle", "System.RuntimeMethodHandle",
        "System.RuntimeFieldHandle", "System.TypedReference", "System.Diagnostics.StackTrace", "System.Diagnostics.StackFrame");

    private static readonly ImmutableHashSet<string> s_enumMembers = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Format", "GetName", "GetNames", "GetUnderlyingType", "GetValues", "GetValuesAsUnderlyingType",
        "IsDefined", "Parse", "ToObject", "TryParse");

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckTypeOf(c, scope), OperationKind.TypeOf);
        context.RegisterSyntaxNodeAction(
            c => scope.Report(c.ReportDiagnostic, c.Node.GetLocation(), c.Node.GetFirstToken().Text),
            SyntaxKind.MakeRefExpression, SyntaxKind.RefValueExpression, SyntaxKind.RefTypeExpression, SyntaxKind.ArgListExpression);
        context.RegisterOperationAction(c => CheckMember(c, scope), UsedMember.Kinds);
    }

    private static void CheckTypeOf(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.IsInAttribute() || context.Operation.IsInNameOf()) return;
        context.Report(scope, "typeof");
    }

    private static void CheckMember(OperationAnalysisContext context, RuleScope scope)
    {
        if (UsedMember.Of(context.Operation) is not { ContainingType: { } type } member) return;
        if (!NeedsMetadata(member, type)) return;
        context.Report(scope, $"{type.Name}.{member.Name}");
    }

    private static bool NeedsMetadata(ISymbol member, INamedTypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Enum) return s_enumMembers.Contains(member.Name);
        if (member is IMethodSymbol { Name: "GetType", Parameters.IsEmpty: true, ReturnType: var result } && result.IsNamed("System.Type")) return true;
        if (type.IsWithin("System.Reflection")) return !type.Derives("System.Attribute");
        foreach (var name in s_types)
        {
            if (type.IsNamed(name)) return true;
        }

        return false;
    }
}
