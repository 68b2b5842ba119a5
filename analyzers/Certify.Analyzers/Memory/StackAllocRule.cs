using System;
using System.Collections.Concurrent;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1011: what is allocated on the stack has a constant size within a budget, once per call, and is seen as a span.</summary>
// @llr CFY-LLR-107
public sealed class StackAllocRule() : CertifyRule(
    RuleIds.StackAlloc,
    "{0}. {1}.",
    "The deepest stack is a sum of constants only if every frame has a constant size.")
{
    /// <summary>What the stack allocations of one method, local function or lambda may take together, in bytes.</summary>
    public const int BytesMax = 1024;

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var sizes = TypeSize.Of(context.Compilation);
        var words = new ConcurrentDictionary<SyntaxTree, bool>();
        // Operations do not show stackalloc, so the syntax decides where one stands; types and constants come from the model.
        context.RegisterCodeBlockAction(c =>
        {
            if (words.GetOrAdd(c.CodeBlock.SyntaxTree, HasWord)) CheckBlock(c, sizes, scope);
        });
    }

    // A keyword has one spelling, so a file without the word has none to look for.
    private static bool HasWord(SyntaxTree tree) => tree.GetText().ToString().IndexOf("stackalloc", StringComparison.Ordinal) >= 0;

    private static void CheckBlock(CodeBlockAnalysisContext context, TypeSize sizes, RuleScope scope)
    {
        if (!scope.Covers(context.CodeBlock.SyntaxTree)) return;
        // The block of top-level statements is the file; its types have blocks of their own.
        var all = context.CodeBlock.DescendantNodes(node => node is not BaseTypeDeclarationSyntax).Where(node =>
            node is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax).Cast<ExpressionSyntax>();
        foreach (var function in all.GroupBy(Function))
        {
            long sum = 0;
            foreach (var expression in function)
            {
                var (element, count) = Shape(context.SemanticModel, expression);
                if (element is null or IErrorTypeSymbol) continue;
                var bytes = count * sizes.Bytes(element);
                var within = sum + bytes <= BytesMax;
                sum += bytes ?? 0;
                if (Problem(context.SemanticModel, expression, count, bytes, within, sum) is var (fact, remedy))
                {
                    scope.Report(context.ReportDiagnostic, expression.GetLocation(), fact, remedy);
                }
            }
        }
    }

    private static (string Fact, string Remedy)? Problem(
        SemanticModel model, ExpressionSyntax expression, long? count, long? bytes, bool within, long sum)
    {
        if (count is null) return ("The size of this stack allocation is not a constant", "Allocate the greatest size that is needed and take a slice");
        if (bytes is null) return ("The size of this stack allocation depends on a type parameter", "Name the element type");
        if (IsRepeated(expression)) return ("This stack allocation stands in a loop and takes more stack at each turn", "Allocate before the loop");
        if (!within) return ($"The stack allocations of this method take {sum} bytes and the limit is {BytesMax}", "Keep the buffer in the task's state struct");
        var info = model.GetTypeInfo(expression);
        return FixedLength.IsSpan(info.ConvertedType) || info.ConvertedType is IErrorTypeSymbol
            ? null : ("This stack allocation is seen as a pointer, which has no length", "Assign it to a 'Span<T>'");
    }

    private static (ITypeSymbol? Element, long? Count) Shape(SemanticModel model, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ImplicitStackAllocArrayCreationExpressionSyntax listed:
                return (ElementOf(model.GetTypeInfo(expression)), listed.Initializer.Expressions.Count);
            case StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax type } sized:
                var size = type.RankSpecifiers[0].Sizes.FirstOrDefault();
                var count = size is null or OmittedArraySizeExpressionSyntax
                    ? sized.Initializer?.Expressions.Count
                    : model.GetConstantValue(size) is { HasValue: true, Value: int value } ? value : (long?)null;
                return (model.GetTypeInfo(type.ElementType).Type, count);
            default:
                return default;
        }
    }

    private static ITypeSymbol? ElementOf(TypeInfo info) => (info.Type ?? info.ConvertedType) switch
    {
        IPointerTypeSymbol pointer => pointer.PointedAtType,
        INamedTypeSymbol { TypeArguments.Length: 1 } span => span.TypeArguments[0],
        _ => null,
    };

    private static SyntaxNode? Function(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(parent => parent is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    private static bool IsRepeated(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return false;
                case ForStatementSyntax loop when child != loop.Declaration && !loop.Initializers.Contains(child):
                case CommonForEachStatementSyntax each when child == each.Statement:
                case WhileStatementSyntax or DoStatementSyntax:
                    return true;
            }
        }

        return false;
    }
}
