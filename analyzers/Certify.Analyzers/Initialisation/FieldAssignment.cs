using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        var captures = graph.Captures();
        var before = new HashSet<ISymbol>?[graph.Blocks.Length];
        before[0] = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<BasicBlock>();
        pending.Enqueue(graph.Blocks[0]);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = pending.Dequeue();
            var set = new HashSet<ISymbol>(before[block.Ordinal]!, SymbolEqualityComparer.Default);
            foreach (var operation in block.Roots().SelectMany(root => root.DescendantsAndSelf())) Apply(operation, set, all, captures);
            foreach (var next in block.Branches().Select(branch => branch.Destination).OfType<BasicBlock>())
            {
                if (before[next.Ordinal] is not { } known) before[next.Ordinal] = new HashSet<ISymbol>(set, SymbolEqualityComparer.Default);
                else if (known.RemoveWhere(field => !set.Contains(field)) == 0) continue;
                pending.Enqueue(next);
            }
        }

        var end = before[graph.Blocks.Length - 1];
        return end is null ? [] : fields.Where(field => !end.Contains(field)).ToList();
    }

    /// <summary>True for a field, or a property's field, whose declaration gives it a value.</summary>
    public static bool HasInitialiser(IFieldSymbol field) =>
        (field.AssociatedSymbol ?? field).DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer is not null,
            PropertyDeclarationSyntax property => property.Initializer is not null,
            ParameterSyntax => true, // A record's own.
            _ => false,
        });

    private static void Apply(
        IOperation operation, HashSet<ISymbol> set, HashSet<ISymbol> all, Dictionary<CaptureId, IOperation> captures)
    {
        var target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IArgumentOperation { Parameter.RefKind: RefKind.Out } argument => argument.Value,
            _ => null,
        };
        if (target is IFlowCaptureReferenceOperation kept && captures.TryGetValue(kept.Id, out var variable)) target = variable;
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
