using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Program;

/// <summary>
/// The bodies that the compiler has bound for the rules in one compilation. It drops its semantic models file by file, so
/// whoever asks at the end would have each body bound once more; what is not kept here, is.
/// </summary>
// @llr CFY-LLR-451
internal sealed class BoundBodies
{
    private static readonly ConditionalWeakTable<Compilation, BoundBodies> s_kept = new();
    private readonly ConcurrentDictionary<SyntaxNode, IOperation> _roots = new();

    /// <summary>Keeps the bodies of a compilation from here on.</summary>
    public static void Keep(CompilationStartAnalysisContext context)
    {
        var bodies = s_kept.GetOrCreateValue(context.Compilation);
        context.RegisterOperationBlockAction(block =>
        {
            foreach (var operation in block.OperationBlocks) bodies.Add(operation);
        });
    }

    /// <summary>The operation of a member's code, bound now where it was not kept.</summary>
    public static IOperation? Of(SyntaxNode code, SemanticModel model) =>
        s_kept.TryGetValue(model.Compilation, out var bodies) && bodies._roots.TryGetValue(code, out var root) ? root : model.GetOperation(code);

    private void Add(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        _roots.TryAdd(operation.Syntax, operation);
    }
}
