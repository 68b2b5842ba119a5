using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>
/// CFY1012: the word <c>unsafe</c> stands only in a type declared to be a hardware boundary, and never in an
/// application. Every pointer needs an unsafe context and every such context needs the word, so the word decides.
/// </summary>
// @llr CFY-LLR-024
public sealed class UnsafeRule() : CertifyRule(
    RuleIds.Unsafe,
    "This code is unsafe: {0}. {1}.",
    "Pointers defeat every proof about bounds, lifetime and aliasing; they belong in few reviewed types.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckAttribute(c, scope), OperationKind.Attribute);
        context.RegisterSyntaxNodeAction(
            c => Check(c, scope),
            SyntaxKind.UnsafeStatement, SyntaxKind.UsingDirective, SyntaxKind.LocalFunctionStatement,
            SyntaxKind.ClassDeclaration, SyntaxKind.StructDeclaration, SyntaxKind.InterfaceDeclaration,
            SyntaxKind.RecordDeclaration, SyntaxKind.RecordStructDeclaration, SyntaxKind.ExtensionBlockDeclaration,
            SyntaxKind.DelegateDeclaration, SyntaxKind.MethodDeclaration, SyntaxKind.ConstructorDeclaration,
            SyntaxKind.DestructorDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.IndexerDeclaration,
            SyntaxKind.OperatorDeclaration, SyntaxKind.ConversionOperatorDeclaration, SyntaxKind.FieldDeclaration,
            SyntaxKind.EventDeclaration, SyntaxKind.EventFieldDeclaration);
    }

    // The one construct that needs the compiler's permission for unsafe code without the word: memory that is not cleared.
    private static void CheckAttribute(OperationAnalysisContext context, RuleScope scope)
    {
        if (!((IAttributeOperation)context.Operation).Operation.Type.IsNamed("System.Runtime.CompilerServices.SkipLocalsInitAttribute")) return;
        context.Report(scope, "it reads stack memory that nobody cleared", "Leave the attribute out");
    }

    private static void Check(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var word = Keyword(context.Node);
        if (word == default) return;
        if (scope.ProfileOf(context.Node.SyntaxTree) == Profile.Application)
        {
            Report(context, word, "profile application allows no pointers", "Use spans and inline arrays, and leave hardware to the kernel", scope);
            return;
        }

        if (Annotations.IsHardware(EnclosingType(context))) return;
        Report(
            context, word, "it stands in no declared hardware type",
            "Move it into a type with '[HardwareType(\"reason\")]', or use spans and inline arrays", scope);
    }

    private static SyntaxToken Keyword(SyntaxNode node) => node switch
    {
        UnsafeStatementSyntax statement => statement.UnsafeKeyword,
        UsingDirectiveSyntax directive => directive.UnsafeKeyword,
        LocalFunctionStatementSyntax function => Keyword(function.Modifiers),
        MemberDeclarationSyntax member => Keyword(member.Modifiers),
        _ => default,
    };

    private static SyntaxToken Keyword(SyntaxTokenList modifiers) =>
        modifiers.FirstOrDefault(token => token.IsKind(SyntaxKind.UnsafeKeyword));

    private static INamedTypeSymbol? EnclosingType(SyntaxNodeAnalysisContext context)
    {
        var type = context.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return type is null ? null : context.SemanticModel.GetDeclaredSymbol(type, context.CancellationToken);
    }

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxToken word, string fact, string remedy, RuleScope scope) =>
        scope.Report(context.ReportDiagnostic, word.GetLocation(), fact, remedy);
}
