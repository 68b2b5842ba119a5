using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Initialisation;

/// <summary>Which fields of its value a constructor has assigned on every path to its end.</summary>
internal static class FieldAssignment
{
    /// <summary>The fields, of those asked for, that some path to the end leaves without an assignment, in their order.</summary>
    public static IReadOnlyList<IFieldSymbol> LeftOut(
        ControlFlowGraph graph, ImmutableArray<IFieldSymbol> fields, CancellationToken cancellation)
    {
        var all = new HashSet<ISymbol>(fields, SymbolEqualityComparer.Default);
        var before = new HashSet<ISymbol>?[graph.Blocks.Length];
        before[0] = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<BasicBlock>();
        pending.Enqueue(graph.Blocks[0]);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = pending.Dequeue();
            var set = new HashSet<ISymbol>(before[block.Ordinal]!, SymbolEqualityComparer.Default);
            foreach (var operation in block.Operations.SelectMany(operation => operation.DescendantsAndSelf())) Apply(operation, set, all);
            if (block.BranchValue is { } value)
            {
                foreach (var operation in value.DescendantsAndSelf()) Apply(operation, set, all);
            }

            foreach (var next in Successors(block))
            {
                if (before[next.Ordinal] is not { } known) before[next.Ordinal] = new HashSet<ISymbol>(set, SymbolEqualityComparer.Default);
                else if (known.RemoveWhere(field => !set.Contains(field)) == 0) continue;
                pending.Enqueue(next);
            }
        }

        var end = before[graph.Blocks.Length - 1];
        return end is null ? [] : fields.Where(field => !end.Contains(field)).ToList();
    }

    private static IEnumerable<BasicBlock> Successors(BasicBlock block)
    {
        if (block.FallThroughSuccessor?.Destination is { } next) yield return next;
        if (block.ConditionalSuccessor?.Destination is { } other) yield return other;
    }

    private static void Apply(IOperation operation, HashSet<ISymbol> set, HashSet<ISymbol> all)
    {
        var target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IArgumentOperation { Parameter.RefKind: RefKind.Out } argument => argument.Value,
            _ => null,
        };
        switch (target?.WithoutConversions())
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements) Add(element, set, all);
                break;
            case { } single:
                Add(single, set, all);
                break;
        }
    }

    private static void Add(IOperation target, HashSet<ISymbol> set, HashSet<ISymbol> all)
    {
        switch (target)
        {
            case IInstanceReferenceOperation:
                set.UnionWith(all); // this = …
                break;
            case IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field:
                set.Add(field.Field);
                break;
            case IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property:
                foreach (var field in all.OfType<IFieldSymbol>().Where(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property.Property))) set.Add(field);
                break;
        }
    }
}
